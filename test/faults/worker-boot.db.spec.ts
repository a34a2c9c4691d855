import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, silentLog } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { WorkerProcess } from '../../apps/worker/worker-process.js';
import { trialHandlers } from './trial-jobs.js';

describe('boot of the worker', () => {
  let database: ThrowawayDatabase;
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });

  const start = (databaseUrl: string) => {
    const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
    const child = spawn(process.execPath, ['--no-warnings', '--conditions=source', '--import', here('./run-source.mjs'), here('../../apps/worker/main.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:9',
        SECRET_KEY: 'a secret of 32 characters for a test', DATA_DIR: 'var/test-worker',
      },
    });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => { said += bytes.toString(); });
    child.stderr.on('data', (bytes: Buffer) => { said += bytes.toString(); });
    const ended = once(child, 'exit').then(([code]: unknown[]) => code);
    return { child, ended, said: () => said };
  };

  it('finds a handler for every declared job of the house, works, and ends cleanly on SIGTERM', async () => {
    const worker = start(database.url);
    const ready = new Promise<void>((resolve) => {
      worker.child.stdout.on('data', () => { if (worker.said().includes('worker is at work')) resolve(); });
    });
    await Promise.race([ready, worker.ended.then(() => { throw new Error(worker.said()); })]);
    expect(await database.source.query('SELECT 1 FROM worker_pulse')).toHaveLength(1);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(await database.source.query('SELECT 1 FROM worker_pulse')).toHaveLength(0);
  }, 60_000);

  it('ends with one sentence and a code where its database is away', async () => {
    const gone = new URL(database.url);
    gone.port = String(await freePort());
    const worker = start(gone.href);
    expect(await worker.ended).toBe(1);
    expect(worker.said()).toMatch(/the worker could not start: .*ECONNREFUSED/);
  }, 60_000);

  it('ends with a sentence that names the jobs which nobody does', async () => {
    const [note, ...others] = trialHandlers(database.source);
    expect(note).toBeDefined();
    await expect(WorkerProcess.start({
      databaseUrl: database.url, redisUrl: undefined, source: database.source, log: silentLog, reactions: [], providers: others,
    })).rejects.toThrow('the worker cannot start: job trial.note has no handler');
  });
});
