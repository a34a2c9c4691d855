import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { programFolder, serverAccount } from './embedded-programs.js';
import type { ServerAccount } from './embedded-programs.js';

/** A running PostgreSQL that came from npm; `stop` ends it cleanly. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  readonly folder: string;
  readonly port?: number;
  /** Gives up durability: for throwaway databases only. */
  readonly fast?: boolean;
}

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;
/** Reaches the data folder past parents that the server's account may not enter (proc(5)). */
const HERE = '/proc/self/cwd';

const flags = (port: number, fast: boolean): string[] => [
  '-p', String(port),
  '-c', 'listen_addresses=127.0.0.1',
  '-c', 'unix_socket_directories=',
  '-c', 'max_connections=120',
  '-c', 'shared_buffers=256MB',
  // Failed statements may hold people's data; the log stays free of it.
  '-c', 'log_min_error_statement=panic',
  ...(fast ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
];

/** Starts a PostgreSQL with its data in `folder`, on `port` or on a free one, as root under an account of its own. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const account = serverAccount();
  const programs = programFolder(account);
  mkdirSync(options.folder, { recursive: true });
  const password = passwordIn(options.folder);
  const data = join(options.folder, 'data');
  if (existsSync(data)) await stopLeftover(data);
  else await initialise(programs, options.folder, password, account, options.fast ?? false);
  const port = options.port ?? (await freePort());
  const log = join(options.folder, 'log');
  const server = launch(join(programs, 'bin/postgres'), flags(port, options.fast ?? false), data, account, log);
  const ended = new Promise<void>((resolve) => { server.once('close', () => { resolve(); }); });
  const url = (database: string): string => `postgresql://huiguan:${password}@127.0.0.1:${port}/${database}`;
  try {
    await ready(url('postgres'), server);
  } catch (fault) {
    await stop(server);
    throw new Error(`PostgreSQL did not start: ${lastFatal(log) ?? String(fault)}`, { cause: fault });
  }
  return { url: url('huiguan'), ended, stop: () => stop(server) };
}

/** The cluster is made beside its place and gets its name last, so that a start that was cut off leaves no half one. */
async function initialise(programs: string, folder: string, password: string, account: ServerAccount | undefined, fast: boolean): Promise<void> {
  const draft = join(folder, 'data.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'huiguan-initdb-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) for (const path of [draft, secrets, passwordFile]) chownSync(path, account.uid, account.gid);
  const log = join(folder, 'log');
  try {
    const program = launch(join(programs, 'bin/initdb'), [
      '--username=huiguan', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-instructions',
      // Tests open connections by the thousand; each would hash the password 4,096 times.
      ...(fast ? ['--set=scram_iterations=1'] : []),
    ], draft, account, log);
    const code = await new Promise<number | null>((resolve) => { program.once('close', resolve); });
    if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${folder}: ${lastFatal(log) ?? `exit code ${code}`}`);
    renameSync(draft, join(folder, 'data'));
  } finally {
    rmSync(secrets, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** In a session of its own, so that Ctrl-C in the terminal reaches the server only through whoever started it. */
function launch(program: string, args: readonly string[], data: string, account: ServerAccount | undefined, log: string): ChildProcess {
  const output = openSync(log, 'w', 0o600);
  try {
    return spawn(program, ['-D', account === undefined ? data : HERE, ...args], {
      ...account, cwd: data, detached: true, stdio: ['ignore', output, output],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
  } finally {
    closeSync(output);
  }
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  let failed: Error | undefined;
  server.once('error', (fault) => { failed = fault; });
  for (const until = Date.now() + START_LIMIT_MS; ;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'huiguan'");
      if (rowCount === 0) await client.query('CREATE DATABASE huiguan');
      return;
    } catch (fault) {
      if (failed !== undefined || server.exitCode !== null || Date.now() > until) throw failed ?? fault;
      await pause(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, all is written. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => { server.once('exit', resolve); });
  server.kill('SIGINT');
  const impatient = setTimeout(() => server.kill('SIGQUIT'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(impatient);
}

/** A start that was killed may have left the server of this data folder running: it is stopped as `stop` would. */
async function stopLeftover(data: string): Promise<void> {
  const pid = Number(textOf(join(data, 'postmaster.pid'))?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const isOurs = (): boolean => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data && (textOf(`/proc/${pid}/cmdline`) ?? '').includes('postgres');
    } catch {
      return false;
    }
  };
  if (isOurs()) process.kill(pid, 'SIGINT');
  for (const until = Date.now() + STOP_LIMIT_MS; isOurs() && Date.now() < until;) await pause(50);
}

function lastFatal(log: string): string | undefined {
  const lines = (textOf(log) ?? '').split('\n').filter((line) => /(FATAL|PANIC|error):/.test(line));
  return lines.at(-1)?.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function passwordIn(folder: string): string {
  const file = join(folder, 'password');
  const known = textOf(file)?.trim();
  if (known !== undefined && known !== '') return known;
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** A loopback port nobody listens on at this moment; a process is never given one twice. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await unusedPort();
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
}

/** The system may give a port again as soon as its probe is closed, before whoever asked for it listens there. */
const given = new Set<number>();

async function unusedPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}
