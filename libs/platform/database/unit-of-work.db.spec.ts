import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { refuse } from '#kernel';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { fact, job } from '../jobs/declarations.js';
import { brokenConstraint, sqlState } from './unit-of-work.js';
import type { Tx } from './unit-of-work.js';

let database: ThrowawayDatabase;
const tellGuide = job<{ stopId: string }>('test.tell-guide', { queue: 'work', attempts: 3 });
const stopAdded = fact<{ stopId: string }>('test.stop-added');

beforeAll(async () => {
  database = await throwawayDatabase();
  await database.source.query('CREATE TABLE stop (name text PRIMARY KEY, visitors int NOT NULL DEFAULT 0)');
});
beforeEach(async () => {
  await database.source.query('TRUNCATE stop, outbox RESTART IDENTITY');
});
afterAll(() => database.drop());

const add = (tx: Tx, name: string): Promise<unknown> => tx.query('INSERT INTO stop (name) VALUES ($1)', [name]);
const stops = (): Promise<unknown> => database.source.query('SELECT name FROM stop ORDER BY name');
const outbox = (): Promise<unknown> => database.source.query('SELECT kind, name, payload FROM outbox ORDER BY id');

describe('a unit of work', () => {
  it('commits the change and what it wants done together', async () => {
    const due = new Date('2030-01-01T00:00:00Z');
    await database.work.run(async (tx) => {
      await add(tx, 'Ciqikou');
      tx.record(stopAdded, { stopId: 's1' });
      tx.enqueue(tellGuide, { stopId: 's1' }, { at: due });
    });
    expect(await stops()).toEqual([{ name: 'Ciqikou' }]);
    expect(await outbox()).toEqual([
      { kind: 'fact', name: 'test.stop-added', payload: { stopId: 's1' } },
      { kind: 'job', name: 'test.tell-guide', payload: { stopId: 's1' } },
    ]);
    expect(await database.source.query("SELECT due_at FROM outbox WHERE kind = 'job'")).toEqual([{ due_at: due }]);
  });

  it('keeps the INSERTs of a transaction that is repeated, and no other statement', async () => {
    const kept = await database.work.run(async (tx) => {
      for (const name of ['Ciqikou', 'Hongyadong']) await add(tx, name);
      await tx.query('SELECT 1 FROM stop');
      return tx.query<{ statement: string; times: string }>('SELECT statement, generic_plans + custom_plans AS times FROM pg_prepared_statements');
    }, { isRepeated: true });
    expect(kept).toEqual([{ statement: 'INSERT INTO stop (name) VALUES ($1)', times: '2' }]);
    expect(await stops()).toEqual([{ name: 'Ciqikou' }, { name: 'Hongyadong' }]);
  });

  it('says by SQLSTATE and constraint why a kept statement was refused', async () => {
    const twice = database.work.run(async (tx) => { for (const name of ['Ciqikou', 'Ciqikou']) await add(tx, name); }, { isRepeated: true });
    const fault = await twice.catch((thrown: unknown) => thrown);
    expect([sqlState(fault), brokenConstraint(fault)]).toEqual(['23505', 'stop_pkey']);
    expect(await stops()).toEqual([]);
  });

  it('runs last what is to come before the commit, after the outbox, and all of it or nothing', async () => {
    const seen: unknown[] = [];
    const once = (name: string, fails: boolean): Promise<void> => database.work.run(async (tx) => {
      tx.beforeCommit(async () => {
        seen.push(await tx.query('SELECT (SELECT count(*)::int FROM stop) AS stops, (SELECT count(*)::int FROM outbox) AS outbox'));
        if (fails) throw new Error('no room');
      });
      tx.record(stopAdded, { stopId: name });
      await add(tx, name);
    });
    await once('Ciqikou', false);
    await expect(once('Hongyadong', true)).rejects.toThrow('no room');
    expect(seen).toEqual([[{ stops: 1, outbox: 1 }], [{ stops: 2, outbox: 2 }]]);
    expect(await stops()).toEqual([{ name: 'Ciqikou' }]);
  });

  it('rolls a refusal back and hands it to the caller', async () => {
    const answer = await database.work.run(async (tx) => {
      await add(tx, 'Ciqikou');
      tx.enqueue(tellGuide, { stopId: 's1' });
      return refuse('visit.full', { remaining: 0 });
    });
    expect(answer).toEqual({ refused: 'visit.full', data: { remaining: 0 } });
    expect(await stops()).toEqual([]);
    expect(await outbox()).toEqual([]);
  });

  it('rolls a fault back and throws it', async () => {
    await expect(database.work.run(async (tx) => {
      await add(tx, 'Ciqikou');
      throw new Error('the bus broke down');
    })).rejects.toThrow('the bus broke down');
    expect(await stops()).toEqual([]);
  });

  it('gives the rows that a write returns', async () => {
    const rows = await database.work.run((tx) => tx.query("INSERT INTO stop (name) VALUES ('Dazu'), ('Ciqikou') RETURNING name"));
    expect(rows).toEqual([{ name: 'Dazu' }, { name: 'Ciqikou' }]);
  });

  it('says which constraint refused a statement', async () => {
    const fault: unknown = await database.work.run(async (tx) => {
      await add(tx, 'Dazu');
      await add(tx, 'Dazu');
    }).catch((thrown: unknown) => thrown);
    expect([sqlState(fault), brokenConstraint(fault)]).toEqual(['23505', 'stop_pkey']);
  });

  it('tries again when it loses a deadlock, and writes its outbox lines once', async () => {
    await database.source.query("INSERT INTO stop (name) VALUES ('Ciqikou'), ('Dazu')");
    const attempts: string[] = [];
    const bothLocked = new Meeting(2);
    const visit = (first: string, second: string): Promise<void> =>
      database.work.run(async (tx) => {
        attempts.push(first);
        await tx.query('UPDATE stop SET visitors = visitors + 1 WHERE name = $1', [first]);
        await bothLocked.arrive();
        await tx.query('UPDATE stop SET visitors = visitors + 1 WHERE name = $1', [second]);
        tx.enqueue(tellGuide, { stopId: first });
      });
    await Promise.all([visit('Ciqikou', 'Dazu'), visit('Dazu', 'Ciqikou')]);
    expect(attempts.length).toBeGreaterThan(2);
    expect(await database.source.query('SELECT DISTINCT visitors FROM stop')).toEqual([{ visitors: 2 }]);
    expect(await outbox()).toHaveLength(2);
  });
});

/** Whoever arrives waits until `size` have arrived; later ones pass. */
class Meeting {
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly size: number) {}

  async arrive(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length >= this.size) for (const go of this.waiting) go();
    });
  }
}
