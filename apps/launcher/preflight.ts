import { mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';

const LEAST_FREE_MB = 200;

export interface WantedPort {
  readonly setting: string;
  readonly host: string;
  readonly port: number;
}

/** Makes the data folder and gives its absolute path. */
export function dataFolder(setting: string | undefined): string {
  const folder = resolve(setting === undefined || setting === '' ? 'var' : setting);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @throws CannotStart below 200 MB free: PostgreSQL that runs full in the middle loses more than a start that waits. */
export function checkDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < LEAST_FREE_MB) throw new CannotStart(`The disk of DATA_DIR (${folder}) is full: ${free} MB are free and ${LEAST_FREE_MB} MB are needed.`);
}

/**
 * @param patienceMs how long a taken port may become free, after a start that was killed and whose children are leaving
 * @throws CannotStart that names the setting
 */
export async function checkPorts(wanted: readonly WantedPort[], patienceMs: number): Promise<void> {
  const twice = wanted.find((one, index) => wanted.findIndex((other) => other.port === one.port) !== index);
  if (twice !== undefined) throw new CannotStart(`Port ${twice.port} is asked for twice (${wanted.filter(({ port }) => port === twice.port).map(({ setting }) => setting).join(' and ')}).`);
  for (const one of wanted) {
    const until = Date.now() + patienceMs;
    for (let code = await listenFault(one); code !== undefined; code = await listenFault(one)) {
      if (code === 'EACCES') throw new CannotStart(`This account may not listen on port ${one.port}: set ${one.setting} to another one.`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new CannotStart(`This machine has no address ${one.host}: correct the host that belongs to ${one.setting}.`);
      if (Date.now() > until) throw new CannotStart(`Port ${one.port} is taken by another program: stop that one, or set ${one.setting} to a free port.`);
      await pause(100);
    }
  }
}

function listenFault({ host, port }: WantedPort): Promise<string | undefined> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) => { settle(fault.code ?? fault.message); });
    probe.listen({ host, port, exclusive: true }, () => { probe.close(() => { settle(undefined); }); });
  });
}
