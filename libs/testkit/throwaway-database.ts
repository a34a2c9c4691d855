import { randomBytes } from 'node:crypto';
import { connectDatabase, migrate, UnitOfWork } from '#platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';

type EntityClass = abstract new () => object;

/** A migrated database of a test's own, gone when the test ends. */
export interface ThrowawayDatabase {
  readonly url: string;
  readonly source: DataSource;
  readonly work: UnitOfWork;
  drop(): Promise<void>;
}

const TEMPLATE = 'huiguan_template';

/** The server that the test run started (test/run.mjs); any PostgreSQL 15 or newer where databases may be made will do. */
function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run tests by `npm test` or `npm run jest`');
  return url;
}

/** Makes a copy of the migrated template; the template is made by whoever comes first. */
export async function throwawayDatabase(entities: readonly EntityClass[] = [], poolSize = 20): Promise<ThrowawayDatabase> {
  const name = `huiguan_${randomBytes(6).toString('hex')}`;
  await prepareTemplate();
  await admin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  const url = urlOf(name);
  const source = await connectDatabase({ url, poolSize, applicationName: 'huiguan-test', entities });
  return {
    url,
    source,
    work: new UnitOfWork(source),
    drop: async () => {
      await source.destroy();
      await admin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function prepareTemplate(): Promise<void> {
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock(918273)');
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(urlOf(TEMPLATE));
  });
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
