import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connectDatabase, KeyRing, migrate, OutboxHealth, UnitOfWork } from '#platform';
import { hasRedis, startRedis, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase, ThrowawayRedis } from '#testkit';
import { prepareTrials } from './trial-jobs.js';

/** What a test may change in a worker process. */
export interface TrialOptions {
  readonly redispatchAfterMs?: number;
  readonly tuning?: { readonly lockDuration: number; readonly stalledInterval: number };
  /** How wrong its clock is. */
  readonly clockSkewMs?: number;
}

export type EngineName = 'postgres' | 'redis';

/** Engines that this machine can run. */
export const ENGINES: readonly EngineName[] = hasRedis() ? ['postgres', 'redis'] : ['postgres'];

/** A database with a table of effects, a Redis where the engine is Redis, and worker processes that a test may kill. */
export class TrialBench {
  private readonly children = new Set<ChildProcess>();

  private constructor(readonly database: ThrowawayDatabase, readonly redis: ThrowawayRedis | undefined) {}

  static async set(engine: EngineName, own?: ThrowawayDatabase): Promise<TrialBench> {
    const database = own ?? await throwawayDatabase();
    await prepareTrials(database.source);
    return new TrialBench(database, engine === 'redis' ? await startRedis() : undefined);
  }

  /** Starts a worker process and waits until it says that it is at work. */
  async worker(options: TrialOptions = {}): Promise<ChildProcess> {
    const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
    const child = spawn(process.execPath, [
      '--no-warnings', '--conditions=source', '--import', here('./run-source.mjs'), here('./trial-worker.ts'),
      this.database.url, this.redis?.url ?? '-', JSON.stringify(options),
    ], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: join(process.cwd(), 'dist/.compiled') } });
    this.children.add(child);
    child.once('exit', () => { this.children.delete(child); });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('ready\n')) resolve();
      });
      child.once('exit', (code) => { reject(new Error(`the worker ended with ${code ?? 'a signal'}: ${said}`)); });
    });
    return child;
  }

  async effects(): Promise<{ label: string; pid: number; attempt: number }[]> {
    return this.database.source.query('SELECT label, pid, attempt FROM trial_effect ORDER BY label');
  }

  async labels(): Promise<string[]> {
    return (await this.effects()).map(({ label }) => label);
  }

  health(): OutboxHealth {
    return new OutboxHealth(this.database.source);
  }

  async outboxCount(): Promise<number> {
    const [row] = await this.database.source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox WHERE failed_at IS NULL');
    return row?.n ?? 0;
  }

  /** Waits until no row is left to do. */
  async settled(withinMs = 50_000): Promise<void> {
    await until(async () => (await this.outboxCount()) === 0, withinMs, 'the outbox to be empty').catch(async (fault: unknown) => {
      const left: unknown = await this.database.source.query('SELECT id, name, due_at, dispatched_at, starts, failures FROM outbox ORDER BY id LIMIT 5');
      throw new Error(`the first rows left: ${JSON.stringify(left)}`, { cause: fault });
    });
  }

  async clear(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    await this.redis?.stop();
    await this.database.drop();
  }
}

/** The migrated database of a server that a test started itself, so that it can be stopped and started again. */
export async function databaseOn(url: string): Promise<ThrowawayDatabase> {
  await migrate(url);
  const source = await connectDatabase({ url, poolSize: 5, applicationName: 'huiguan-test', entities: [] });
  return { url, source, work: new UnitOfWork(source, new KeyRing('the secret of a trial')), drop: () => source.destroy() };
}

export async function until(condition: () => Promise<boolean>, withinMs: number, what: string): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for ${what}`);
    await sleep(50);
  }
}
