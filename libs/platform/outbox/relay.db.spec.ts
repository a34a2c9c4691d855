import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fact, job } from '../jobs/declarations.js';
import type { Dispatch } from '../jobs/job-queues.js';
import { silentLog } from '../log/log.js';
import { OutboxHealth } from './outbox-health.js';
import { OutboxRows } from './outbox-rows.js';
import { reaction } from './reactions.js';
import { Relay } from './relay.js';
import type { DispatchDoor } from './relay.js';

const greet = job<{ name: string }>('relay.greet', { queue: 'letters', attempts: 3 });
const count = job<{ name: string }>('relay.count', { queue: 'work', attempts: 3 });
const unknown = job<object>('relay.unknown', { queue: 'work', attempts: 3 });
const arrived = fact<{ name: string }>('relay.arrived');
const unheard = fact<object>('relay.unheard');
const nobodys = fact<object>('relay.nobodys');

class Door implements DispatchDoor {
  readonly taken: Dispatch[] = [];
  isAway = false;

  knows(jobName: string): boolean {
    return jobName !== 'relay.unknown';
  }

  add(rows: readonly Dispatch[]): Promise<void> {
    if (this.isAway) return Promise.reject(new Error('connection refused'));
    this.taken.push(...rows);
    return Promise.resolve();
  }
}

describe('relay', () => {
  let database: ThrowawayDatabase;
  let door: Door;
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });
  beforeEach(async () => {
    door = new Door();
    await database.source.query('DELETE FROM outbox');
  });

  const relay = (options: { redispatchAfterMs?: number } = {}): Relay => new Relay(new OutboxRows(database.source), door, {
    facts: [arrived, unheard],
    reactions: [
      reaction(arrived, greet, ({ name }) => ({ name })),
      reaction(arrived, count, ({ name }) => {
        if (name === 'broken') throw new Error('no such name');
        return { name };
      }),
    ],
  }, silentLog, { batch: 50, ...options });

  const write = (names: readonly string[]): Promise<void> => database.work.run((tx) => {
    for (const name of names) tx.enqueue(greet, { name });
    return Promise.resolve();
  });
  const record = (name: string): Promise<void> => database.work.run((tx) => {
    tx.record(arrived, { name });
    return Promise.resolve();
  });
  const rows = (): Promise<{ name: string; kind: string; dispatched: boolean }[]> =>
    database.source.query('SELECT name, kind, dispatched_at IS NOT NULL AS dispatched FROM outbox ORDER BY id');

  it('hands over what is due, once, though several relays poll', async () => {
    await write(Array.from({ length: 230 }, (_, n) => `guest ${n}`));
    const relays = [relay(), relay(), relay()];
    let moved = 1;
    while (moved > 0) moved = (await Promise.all(relays.map((one) => one.round()))).reduce((sum, n) => sum + n, 0);
    expect(door.taken).toHaveLength(230);
    expect(new Set(door.taken.map((row) => row.outboxId)).size).toBe(230);
  });

  it('keeps what the queue would not take, and hands it over in the next round', async () => {
    await write(['Anna', 'Bek']);
    door.isAway = true;
    const one = relay();
    await expect(one.round()).rejects.toThrow('connection refused');
    expect((await rows()).map((row) => row.dispatched)).toEqual([false, false]);
    door.isAway = false;
    await one.round();
    expect(door.taken).toHaveLength(2);
  });

  it('puts the jobs of all reactions in the place of a fact, whichever relays see it', async () => {
    await record('Chen');
    const claimed = await new OutboxRows(database.source).claim(10);
    const same = claimed.map((row) => ({ factId: row.id, jobName: 'relay.greet', payload: {} }));
    const store = new OutboxRows(database.source);
    await Promise.all([store, store, store].map((one) => one.replaceFacts(claimed.map((row) => row.id), same)));
    expect(await rows()).toEqual([{ name: 'relay.greet', kind: 'job', dispatched: false }]);
  });

  it('forgets a fact to which nobody reacts', async () => {
    await database.work.run((tx) => { tx.record(unheard, {}); return Promise.resolve(); });
    await relay().round();
    expect(await rows()).toEqual([]);
  });

  it('leaves a fact whose reaction breaks, and goes on with the others', async () => {
    await record('broken');
    await record('Dilshod');
    const one = relay();
    await one.round();
    await one.round();
    expect((await rows()).map(({ name, dispatched }) => [name, dispatched])).toEqual([['relay.arrived', false], ['relay.greet', true], ['relay.count', true]]);
  });

  it('leaves jobs and facts of a newer release alone, undispatched', async () => {
    await database.work.run((tx) => {
      tx.enqueue(unknown, {});
      tx.record(nobodys, {});
      return Promise.resolve();
    });
    const one = relay();
    await one.round();
    await one.round();
    expect((await rows()).map(({ name, dispatched }) => [name, dispatched])).toEqual([['relay.unknown', false], ['relay.nobodys', false]]);
    expect(door.taken).toEqual([]);
  });

  it('hands over again, under the same number, what was not finished in time', async () => {
    await write(['Eka']);
    const one = relay({ redispatchAfterMs: 100 });
    await one.round();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await one.round();
    expect(door.taken).toHaveLength(2);
    expect(door.taken[0]).toEqual(door.taken[1]);
  });

  it('tells how the outbox fares', async () => {
    await write(['Farid', 'Gao']);
    await database.source.query("UPDATE outbox SET due_at = now() - interval '150 seconds' WHERE id = (SELECT min(id) FROM outbox)");
    await database.source.query('UPDATE outbox SET failed_at = now() WHERE id = (SELECT max(id) FROM outbox)');
    const figures = await new OutboxHealth(database.source).figures();
    expect(figures).toMatchObject({ waiting: 1, underWay: 0, failed: 1, workers: 0 });
    expect(figures.oldestWaitingSeconds).toBeGreaterThan(149);
  });

  it('carries while it runs and stops when told', async () => {
    const one = relay();
    one.start();
    await write(['Hana']);
    for (let n = 0; n < 800 && door.taken.length === 0; n += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    await one.stop();
    expect(door.taken).toHaveLength(1);
  });
});
