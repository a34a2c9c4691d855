import 'reflect-metadata';
import { DataSource } from 'typeorm';
import type { EntitySchema } from 'typeorm';
import { PlainClient } from './plain-client.js';

type EntityClass = abstract new () => object;

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  readonly entities: readonly (EntityClass | EntitySchema)[];
}

/** Longest wait for a row another transaction holds; above it the caller gets a fault rather than a frozen screen. */
export const LOCK_TIMEOUT_MS = 3_000;

/**
 * Opens the pool. Nothing is synchronised: the schema is what the migrations say.
 * Logging of failed statements is off, since their parameters are people's data.
 */
export async function connectDatabase(options: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    entities: options.entities as EntityClass[],
    synchronize: false,
    logging: false,
    poolErrorHandler: () => undefined,
    extra: {
      Client: PlainClient,
      max: options.poolSize,
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      statement_timeout: 60_000,
      lock_timeout: LOCK_TIMEOUT_MS,
    },
  });
  return source.initialize();
}
