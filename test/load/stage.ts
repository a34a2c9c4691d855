import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, migrate, startEmbeddedDatabase } from '#platform';
import type { EmbeddedDatabase } from '#platform';
import pg from 'pg';

/** A process that the bench started. */
export interface Started {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from its start to its first answer. */
  readonly startMs: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface StartOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Flags of node before the script. */
  readonly flags?: readonly string[];
  /** What must answer before it counts as started; by default its port must be open. */
  readonly readyPath?: string;
}

export const TOKEN = 'the-token-of-the-benches-only-000000';
const START_LIMIT_MS = 60_000;
const MIGRATED = 'migrated';
const SOURCE_FLAGS = ['--no-warnings', '--conditions=source', '--import', fileURLToPath(new URL('../faults/run-source.mjs', import.meta.url))];

/** All that the rows stand on: one PostgreSQL with default durability, and processes that end with the stage. */
export class Stage {
  private readonly running = new Set<Started>();
  private migrated: Promise<unknown> | undefined;

  private constructor(readonly folder: string, private readonly database: EmbeddedDatabase, private readonly built: boolean) {}

  /** @param built run all as `npm run build` left it, which starts sooner than its sources */
  static async open(built = false): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'huiguan-bench-'));
    return new Stage(folder, await startEmbeddedDatabase({ folder: join(folder, 'postgres') }), built);
  }

  get databasePid(): number {
    return Number(readFileSync(join(this.folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  urlOf(name: string): string {
    const url = new URL(this.database.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** A database of this name, made anew. */
  async emptyDatabase(name: string): Promise<string> {
    await this.ask('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.ask('postgres', `CREATE DATABASE ${name}`);
    return this.urlOf(name);
  }

  /** A database of the project: a copy of one that is migrated once. */
  async houseDatabase(name: string): Promise<string> {
    this.migrated ??= this.emptyDatabase(MIGRATED).then(migrate);
    await this.migrated;
    await this.ask('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.ask('postgres', `CREATE DATABASE ${name} TEMPLATE ${MIGRATED}`);
    return this.urlOf(name);
  }

  async ask<R extends pg.QueryResultRow>(database: string, sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** An api of the project on a database, from its sources or as built. */
  api(database: string, environment: Readonly<Record<string, string>> = {}, built = this.built): Promise<Started> {
    return this.ours('api', database, environment, built);
  }

  worker(database: string, environment: Readonly<Record<string, string>> = {}): Promise<Started> {
    return this.ours('worker', database, environment, this.built);
  }

  /** A script of the bench's own, from its source; as built where its memory is looked at. */
  async script(name: string, environment: Readonly<Record<string, string>>, built = this.built): Promise<Started> {
    const port = await freePort();
    const script = built ? `dist/test/load/${name.replace(/\.ts$/, '.js')}` : fileURLToPath(new URL(name, import.meta.url));
    return this.start(script, port, { flags: built ? [] : SOURCE_FLAGS, environment: { ...environment, PORT: String(port) } });
  }

  private async ours(app: 'api' | 'worker', database: string, environment: Readonly<Record<string, string>>, built: boolean): Promise<Started> {
    const port = await freePort();
    return this.start(built ? `dist/apps/${app}/main.js` : `apps/${app}/main.ts`, port, {
      flags: built ? [] : SOURCE_FLAGS, readyPath: app === 'api' ? '/livez' : '',
      environment: { ...houseEnvironment(this.urlOf(database), this.folder, port), ...environment },
    });
  }

  async start(script: string, port: number, options: StartOptions = {}): Promise<Started> {
    const began = performance.now();
    const child = spawn(process.execPath, [...(options.flags ?? []), script], {
      cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe'], env: {
        PATH: process.env['PATH'], NODE_ENV: 'production', ...(this.built ? { NODE_COMPILE_CACHE: resolve('dist/.compiled') } : {}), ...options.environment,
      },
    });
    let heard = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { heard = (heard + chunk.toString()).slice(-3_000); });
    const started: Started = {
      pid: child.pid ?? 0, port, startMs: await awake(child, port, options.readyPath, () => heard) - began,
      stop: async (signal = 'SIGTERM') => { this.running.delete(started); await ended(child, signal); },
    };
    this.running.add(started);
    return started;
  }

  async close(): Promise<void> {
    for (const started of [...this.running]) await started.stop();
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function houseEnvironment(databaseUrl: string, folder: string, port: number): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:9', SECRET_KEY: 'a secret of the benches, of no use elsewhere', DATA_DIR: folder,
    API_PORT: String(port), LOG_LEVEL: 'error', ADMIN_EMAIL: 'operator@example.org', ADMIN_TOKEN: TOKEN,
  };
}

/** The moment at which it first answered. */
async function awake(child: ChildProcess, port: number, path: string | undefined, heard: () => string): Promise<number> {
  if (path === '') return performance.now();
  for (const until = performance.now() + START_LIMIT_MS; performance.now() < until; await pause(10)) {
    if (child.exitCode !== null) throw new Error(`a process of the bench ended: ${heard()}`);
    const answers = await fetch(`http://127.0.0.1:${port}${path ?? '/'}`).then(({ ok }) => path === undefined || ok, () => false);
    if (answers) return performance.now();
  }
  child.kill('SIGKILL');
  throw new Error(`a process of the bench did not come up: ${heard()}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  child.kill(signal);
  const impatient = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await gone;
  clearTimeout(impatient);
}
