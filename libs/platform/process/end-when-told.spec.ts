import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { silentLog } from '../log/log.js';
import { endWhenTold } from './end-when-told.js';
import type { Started } from './end-when-told.js';

class Exit extends Error {
  constructor(readonly code: unknown) {
    super(`exit ${String(code)}`);
  }
}

/** A process that can be told to end, and remembers the code with which it first did. */
class Trial extends EventEmitter {
  readonly done: string[] = [];
  readonly exit = (code?: number | string | null): never => {
    this.done.push(`exit ${String(code)}`);
    throw new Exit(code);
  };

  started(close: () => Promise<void> = () => Promise.resolve()): Started {
    return { log: silentLog, close: () => { this.done.push('closed'); return close(); } };
  }
}

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

describe('a process that is told to end', () => {
  it('closes what it started, once, and ends with 0', async () => {
    const trial = new Trial();
    endWhenTold('trial', Promise.resolve(trial.started()), trial as unknown as NodeJS.Process);
    trial.emit('SIGTERM');
    trial.emit('SIGINT');
    await settled();
    expect(trial.done).toEqual(['closed', 'exit 0']);
  });

  it('finishes its start first where it is told while it starts', async () => {
    const trial = new Trial();
    const start = Promise.withResolvers<Started>();
    endWhenTold('trial', start.promise, trial as unknown as NodeJS.Process);
    trial.emit('SIGTERM');
    await settled();
    expect(trial.done).toEqual([]);
    start.resolve(trial.started());
    await settled();
    expect(trial.done).toEqual(['closed', 'exit 0']);
  });

  it('ends with 1 where something would not close', async () => {
    const trial = new Trial();
    endWhenTold('trial', Promise.resolve(trial.started(() => Promise.reject(new Error('stuck')))), trial as unknown as NodeJS.Process);
    trial.emit('SIGHUP');
    await settled();
    expect(trial.done[1]).toBe('exit 1');
  });

  it('leaves a start that fails to its caller', async () => {
    const trial = new Trial();
    const start = Promise.reject<Started>(new Error('no database'));
    endWhenTold('trial', start, trial as unknown as NodeJS.Process);
    trial.emit('SIGTERM');
    await expect(start).rejects.toThrow('no database');
    expect(trial.done).toEqual([]);
  });
});
