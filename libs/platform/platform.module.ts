import { Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider, OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from '#kernel';
import { DataSource } from 'typeorm';
import type { Settings } from './config/settings.js';
import { connectDatabase } from './database/connect.js';
import type { DatabaseOptions } from './database/connect.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { JsonLog } from './log/log.js';
import type { Log } from './log/log.js';
import { OutboxDesk } from './outbox/outbox-desk.js';
import { OutboxHealth } from './outbox/outbox-health.js';
import { BlindIndex } from './secrets/blind-index.js';
import { KeyRing } from './secrets/key-ring.js';
import { LinkTokens } from './secrets/link-tokens.js';
import { PersonalVault } from './secrets/personal-vault.js';

/** Injects the checked settings: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = Symbol('settings');
/** Injects where to write: `@Inject(LOG) log: Log`. */
export const LOG = Symbol('log');

export interface PlatformOptions {
  readonly settings: Settings;
  readonly entities: DatabaseOptions['entities'];
  readonly applicationName: string;
  /** Connections of this process, where DATABASE_POOL alone would be too few for what it does at once. */
  readonly poolSize?: number;
  /** Tests give their own. */
  readonly log?: Log;
  readonly clock?: Clock;
}

/** What every process of the house stands on, for Nest. Global: each module may inject from it. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const providers = [...providersFor(options)];
    return { module: PlatformModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

function providersFor({ settings, entities, applicationName, log, clock, poolSize = settings.DATABASE_POOL }: PlatformOptions): FactoryProvider[] {
  const on = <const Needs extends readonly (abstract new (...args: never[]) => object)[]>(
    provide: FactoryProvider['provide'],
    inject: Needs,
    useFactory: (...needs: { [Index in keyof Needs]: InstanceType<Needs[Index]> }) => unknown,
  ): FactoryProvider => ({ provide, inject: [...inject], useFactory });
  return [
    on(SETTINGS, [], () => settings),
    on(LOG, [], () => log ?? new JsonLog({ level: settings.LOG_LEVEL, application: applicationName })),
    on(Clock, [], () => clock ?? new SystemClock()),
    on(DataSource, [], () => connectDatabase({ url: settings.DATABASE_URL, poolSize, applicationName, entities })),
    on(UnitOfWork, [DataSource, KeyRing], (source, keys) => new UnitOfWork(source, keys)),
    on(RateLimiter, [DataSource], (source) => new RateLimiter(source)),
    on(OutboxDesk, [], () => new OutboxDesk()),
    on(OutboxHealth, [DataSource], (source) => new OutboxHealth(source)),
    on(KeyRing, [], () => new KeyRing(settings.SECRET_KEY)),
    on(LinkTokens, [KeyRing], (keys) => new LinkTokens(keys)),
    on(BlindIndex, [KeyRing], (keys) => new BlindIndex(keys)),
    on(PersonalVault, [KeyRing], (keys) => new PersonalVault(keys)),
  ];
}
