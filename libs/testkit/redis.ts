import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#platform';

/** A Redis of a test's own, in memory only. */
export interface ThrowawayRedis {
  readonly url: string;
  /** How many keys it holds. */
  size(): Promise<number>;
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
    size: async () => Number((await ask(port, 'DBSIZE')).slice(1)),
    flush: async () => { await ask(port, 'FLUSHALL'); },
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
  while (!(await ask(port, 'PING').catch(() => '')).startsWith('+PONG')) {
    if (child.exitCode !== null) throw new Error('redis-server did not start');
    await pause(20);
  }
  return {
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** One command in Redis's inline form, and the first bytes of its answer. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString());
    });
  });
}
