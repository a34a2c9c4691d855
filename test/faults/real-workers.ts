import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a worker is started with. */
export interface RealWorkerOptions {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** BullMQ runs on PostgreSQL where absent. */
  readonly redisUrl?: string | undefined;
  /** DATA_DIR, where uploads lie; one of their own where absent. */
  readonly folder?: string;
  readonly secretKey?: string;
}

/** Worker processes of the house as it ships (from dist), to be killed by a test. */
export class RealWorkers {
  private readonly children = new Set<ChildProcess>();
  private readonly own: string | undefined;
  private readonly folder: string;

  constructor(private readonly options: RealWorkerOptions) {
    this.own = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'huiguan-workers-')) : undefined;
    this.folder = options.folder ?? this.own ?? '';
  }

  start(): ChildProcess {
    const { databaseUrl, smtpUrl, redisUrl, secretKey = 'a secret of the tests, long enough to be one' } = this.options;
    const worker = spawn(process.execPath, ['dist/apps/worker/main.js'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env['PATH'], NODE_COMPILE_CACHE: resolve('dist/.compiled'), NODE_ENV: 'test', DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, DATA_DIR: this.folder, LOG_LEVEL: 'error', DATABASE_POOL: '8',
        SECRET_KEY: secretKey, PUBLIC_URL: 'https://conference.example.org', ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      },
    });
    this.children.add(worker);
    worker.once('exit', () => { this.children.delete(worker); });
    return worker;
  }

  /** Kills one as the machine does that loses its power, and waits until it is gone. */
  async kill(worker: ChildProcess): Promise<void> {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }

  async close(): Promise<void> {
    for (const worker of [...this.children]) await this.kill(worker);
    if (this.own !== undefined) rmSync(this.own, { recursive: true, force: true });
  }
}

/** As if three minutes had passed since the relay handed over what is under way: what died with its worker is handed over again after two. */
export async function threeMinutesOn(query: (sql: string) => Promise<unknown>): Promise<void> {
  await query("UPDATE outbox SET dispatched_at = dispatched_at - interval '3 minutes' WHERE dispatched_at IS NOT NULL");
}
