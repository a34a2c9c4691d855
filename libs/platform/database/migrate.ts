import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const LOCK = 7_482_301;
const HISTORY =
  'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())';

/** The one linear history: files NNNN_name.sql, in the order of their numbers; a number used twice is an error. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) throw new Error(`two migrations are numbered ${twice}`);
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** The folder of the project's own migrations, also when the code runs from dist. */
export function migrationsFolder(root: string = process.cwd()): string {
  return join(root, 'libs/platform/migrations');
}

/**
 * Applies what is missing, forward only, each file in a transaction of its own, under an advisory lock, so that
 * several processes may start at once. A file changed after it was applied is an error.
 * @returns the names that were applied now
 */
export async function migrate(url: string, folder: string = migrationsFolder()): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(HISTORY);
    const pending = await pendingOf(async <Row>(sql: string) => (await client.query<Row & pg.QueryResultRow>(sql)).rows, readMigrations(folder));
    for (const migration of pending) {
      await client.query('BEGIN');
      try {
        await client.query(migration.sql);
        await client.query('INSERT INTO migration (name, checksum) VALUES ($1, $2)', [migration.name, migration.checksum]);
        await client.query('COMMIT');
      } catch (fault) {
        await client.query('ROLLBACK');
        throw new Error(`migration ${migration.name} failed: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
      }
    }
    return pending.map((migration) => migration.name);
  });
}

/** Runs one statement that reads, on whatever connection the caller has. */
export type Reading = <Row>(sql: string) => Promise<readonly Row[]>;

/** What `migrate` would apply, changing nothing; over a connection that is there already, so that asking often costs none. */
export async function pendingMigrations(read: Reading, folder: string = migrationsFolder()): Promise<readonly string[]> {
  return (await pendingOf(read, readMigrations(folder))).map((migration) => migration.name);
}

async function pendingOf(read: Reading, all: readonly Migration[]): Promise<readonly Migration[]> {
  const tables = await read<{ history: string | null }>("SELECT to_regclass('migration') AS history");
  if (tables[0]?.history == null) return all;
  const rows = await read<{ name: string; checksum: string }>('SELECT name, checksum FROM migration');
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const migration of all) {
    const known = applied.get(migration.name);
    if (known !== undefined && known !== migration.checksum) throw new Error(`migration ${migration.name} was changed after it was applied`);
  }
  return all.filter((migration) => !applied.has(migration.name));
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'huiguan-migrate', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
