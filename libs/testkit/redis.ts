import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#platform';
import { Redis } from 'ioredis';

/** A Redis of a test's own, in memory only. */
export interface ThrowawayRedis {
  readonly url: string;
  /** Forgets everything, as a Redis does that lost its memory. */
  flush(): Promise<void>;
  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether this machine has a `redis-server`; tests that need one are skipped where it has not. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

export async function startRedis(): Promise<ThrowawayRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'huiguan-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(port, folder);
  return {
    url,
    flush: async () => {
      const client = new Redis(url);
      await client.flushall();
      await client.quit();
    },
    kill: () => server.kill('SIGKILL'),
    restart: async () => { server = await launch(port, folder); },
    stop: async () => {
      await server.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string): Promise<{ kill(signal: NodeJS.Signals): Promise<void> }> {
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  const probe = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 50, maxRetriesPerRequest: null, lazyConnect: false });
  probe.on('error', () => undefined);
  await probe.ping();
  probe.disconnect();
  return {
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
