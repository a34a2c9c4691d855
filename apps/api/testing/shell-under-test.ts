import { identityEntities, ScopeDirectory } from '#identity';
import type { Scope, ScopeName } from '#identity';
import type { ConferenceId } from '#kernel';
import { mailEntities } from '#mail';
import { PlatformModule, settingsFrom } from '#platform';
import type { PlatformOptions, Settings } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphqlApiModule } from '../graphql/graphql-api.module.js';
import { createServer } from '../http/server.js';
import type { SocketLimits } from '../http/server.js';

/** No series or conferences here: only the installation is a scope. */
class InstallationOnly extends ScopeDirectory {
  override whole({ kind }: ScopeName): Promise<Scope | undefined> {
    return Promise.resolve(kind === 'INSTALLATION' ? {} : undefined);
  }

  override conferencesOf(): Promise<readonly ConferenceId[]> {
    return Promise.resolve([]);
  }
}

@Global()
@Module({ providers: [{ provide: ScopeDirectory, useClass: InstallationOnly }], exports: [ScopeDirectory] })
class InstallationModule {}

@Module({})
class ModuleUnderTest {}

export interface ShellOptions {
  /** The whole schema; what the tested providers resolve. */
  readonly sdl: string;
  readonly providers?: readonly Provider[];
  readonly imports?: readonly (Type | DynamicModule)[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly platform?: Pick<PlatformOptions, 'log' | 'clock'>;
  readonly limits?: SocketLimits;
}

export interface ShellUnderTest {
  readonly app: NestFastifyApplication;
  readonly database: ThrowawayDatabase;
  readonly settings: Settings;
  ask(query: string, options?: AskOptions): Promise<Answered>;
  close(): Promise<void>;
}

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

export interface Answered {
  readonly status: number;
  readonly data: Readonly<Record<string, never>> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly cookies: readonly string[];
}

/** The api's shell over a database of the test's own, with the resolvers and the schema that the test gives. */
export async function shellUnderTest(options: ShellOptions): Promise<ShellUnderTest> {
  const database = await throwawayDatabase();
  try {
    const settings = settingsFrom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret for tests that nobody else has', NODE_ENV: 'test', DATABASE_POOL: '8', LOG_LEVEL: 'silent', ...options.settings });
    const module: DynamicModule = {
      module: ModuleUnderTest,
      imports: [
        PlatformModule.forRoot({ settings, entities: [...identityEntities, ...mailEntities], applicationName: 'huiguan-test', ...options.platform }),
        InstallationModule, GraphqlApiModule.forRoot(options.sdl), ...(options.imports ?? []),
      ],
      providers: [...(options.providers ?? [])],
    };
    const app = await createServer(module, settings, options.limits);
    return { app, database, settings, ask: (query, asked) => ask(app, query, asked), close: () => app.close().then(() => database.drop()) };
  } catch (fault) {
    await database.drop();
    throw fault;
  }
}

async function ask(app: NestFastifyApplication, query: string, { variables = {}, headers = {}, address }: AskOptions = {}): Promise<Answered> {
  const answer = await app.inject({
    method: 'POST', url: '/graphql', payload: { query, variables },
    headers: { 'content-type': 'application/json', ...headers, ...(address === undefined ? {} : { 'x-forwarded-for': address }) },
  });
  const body = answer.json<{ data?: Answered['data']; errors?: Answered['errors'] }>();
  const cookies = answer.headers['set-cookie'];
  return { status: answer.statusCode, data: body.data, errors: body.errors ?? [], cookies: cookies === undefined ? [] : [cookies].flat() };
}
