import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { JsonLog, PlatformModule, settingsFrom, UnitOfWork } from '#platform';
import { Module } from '@nestjs/common';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { FixedClock } from './fixed-clock.js';
import { throwawayDatabase } from './throwaway-database.js';
import type { ThrowawayDatabase } from './throwaway-database.js';

const CROWD_MS = 60_000;

/** A lib's module in a running application, with what it plays on. */
export interface OpenedLib {
  readonly database: ThrowawayDatabase;
  readonly clock: FixedClock;
  readonly app: INestApplicationContext;
}

/** Starts a lib's module on a database of its own, with a clock that stands still. */
export async function openLib(lib: Type, entities: readonly (abstract new () => object)[], connections = 10): Promise<OpenedLib> {
  const database = await throwawayDatabase(entities, 4);
  const clock = new FixedClock();
  const settings = settingsFrom({
    NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'a secret of the tests, long enough to be one',
    DATABASE_POOL: String(connections), PUBLIC_URL: 'https://conference.example.org',
  });
  const platform = PlatformModule.forRoot({ settings, entities: [...entities], applicationName: 'huiguan-test', clock, log: new JsonLog({ level: 'silent', application: 'test' }) });
  @Module({ imports: [platform, lib] })
  class Room {}
  const app = await NestFactory.createApplicationContext(Room, { logger: ['error'] });
  // A crowd of a test waits for its turn, however slow the machine is.
  (app.get(DataSource).driver as unknown as { readonly master: pg.Pool }).master.options.connectionTimeoutMillis = CROWD_MS;
  return { database, clock, app };
}

/** What the tests of every lib ask of it; each lib's own class adds what it plays with. */
export abstract class LibUnderTest {
  readonly database: ThrowawayDatabase;
  readonly clock: FixedClock;
  protected readonly app: INestApplicationContext;

  protected constructor(opened: OpenedLib) {
    this.database = opened.database;
    this.clock = opened.clock;
    this.app = opened.app;
  }

  get<T>(door: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get<T>(door, { strict: false });
  }

  get work(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.work.run((tx) => tx.query<Row>(sql, parameters));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

/** The answer of a verb that must not refuse. */
export function done<T extends object>(answer: T): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, Refusal>;
}

/** The code of a verb's refusal, or nothing where it was done. */
export function code(answer: object): string | undefined {
  return isRefusal(answer) ? answer.refused : undefined;
}
