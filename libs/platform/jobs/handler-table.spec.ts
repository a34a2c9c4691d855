import { describe, expect, it } from '@jest/globals';
import { job } from './declarations.js';
import { HandlerTable } from './handler-table.js';
import { Handles } from './handles.js';
import type { JobHandler } from './handles.js';

const welcome = job<{ personId: string }>('table.welcome', { queue: 'letters', attempts: 3 });
const farewell = job<{ personId: string }>('table.farewell', { queue: 'letters', attempts: 3 });

@Handles(welcome)
class WriteWelcome implements JobHandler<{ personId: string }> {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Handles(welcome)
class WriteWelcomeAgain extends WriteWelcome {}

@Handles(farewell)
class WriteFarewell extends WriteWelcome {}

describe('handler table', () => {
  it('finds the handler of each job among all injectables', () => {
    const write = new WriteWelcome();
    const table = new HandlerTable([welcome, farewell], [new Date(), write, new WriteFarewell(), Object.create(null) as object]);
    expect(table.handlerOf('table.welcome')).toBe(write);
    expect(table.handlerOf('table.nothing')).toBeUndefined();
  });

  it('refuses to be made while a declared job has no handler', () => {
    expect(() => new HandlerTable([welcome, farewell], [new WriteWelcome()])).toThrow('the worker cannot start: job table.farewell has no handler');
  });

  it('refuses two handlers for one job, by name', () => {
    expect(() => new HandlerTable([welcome], [new WriteWelcome(), new WriteWelcomeAgain()]))
      .toThrow('job table.welcome has two handlers: WriteWelcome and WriteWelcomeAgain');
  });

  it('refuses a handler of a job that nobody declared', () => {
    expect(() => new HandlerTable([welcome], [new WriteWelcome(), new WriteFarewell()])).toThrow('job table.farewell has a handler but is not declared');
  });

  it('refuses a job declared twice', () => {
    expect(() => job('table.welcome', { queue: 'work', attempts: 1 })).toThrow('job table.welcome is declared twice');
  });
});
