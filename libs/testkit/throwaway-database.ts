import { createHash, randomBytes } from 'node:crypto';
import { connectDatabase, KeyRing, migrate, migrationsFolder, readMigrations, UnitOfWork } from '#platform';
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

const TEMPLATE_LOCK = 918_273;

/** The server that the test run started (test/run.mjs); any PostgreSQL 15 or newer where databases may be made will do. */
function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run tests by `npm test` or `npm run jest`');
  return url;
}

/** Makes a copy of the migrated template; the template is made by whoever comes first. */
export async function throwawayDatabase(entities: readonly EntityClass[] = [], poolSize = 20): Promise<ThrowawayDatabase> {
  const name = `huiguan_${randomBytes(6).toString('hex')}`;
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await template(client)}`);
  });
  const url = urlOf(name);
  const source = await connectDatabase({ url, poolSize, applicationName: 'huiguan-test', entities });
  return {
    url,
    source,
    work: new UnitOfWork(source, new KeyRing('the secret of throwaway databases')),
    drop: async () => {
      await source.destroy();
      await admin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/**
 * The migrated database that copies are made of, one for each text of the migrations, so that a shared server serves
 * several working states of the sources. It gets its name last: what bears the name is complete.
 */
async function template(client: pg.Client): Promise<string> {
  const checksums = readMigrations(migrationsFolder()).map((migration) => migration.checksum).join();
  const name = `huiguan_template_${createHash('sha256').update(checksums).digest('hex').slice(0, 16)}`;
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate(urlOf(draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  }
  return name;
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
