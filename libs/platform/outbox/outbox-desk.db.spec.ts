import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { isRefusal } from '#kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { job } from '../jobs/declarations.js';
import { JobClaims } from '../jobs/job-claims.js';
import { OutboxDesk, PUT_ASIDE } from './outbox-desk.js';
import type { PieceOfWork, WorkFilter } from './outbox-desk.js';

const sweep = job<{ name: string }>('desk.sweep', { queue: 'work', attempts: 3 });
const greet = job<{ name: string }>('desk.greet', { queue: 'letters', attempts: 3 });
const desk = new OutboxDesk();
let database: ThrowawayDatabase;

beforeAll(async () => { database = await throwawayDatabase(); });
afterAll(async () => { await database.drop(); });
beforeEach(async () => {
  await database.source.query('TRUNCATE outbox RESTART IDENTITY');
  await database.work.run((tx) => {
    for (let n = 0; n < 5; n += 1) tx.enqueue(sweep, { name: `${n}` });
    tx.enqueue(greet, { name: 'Ngozi' }, { at: new Date(Date.now() + 60_000) });
    return Promise.resolve();
  });
  await database.source.query("UPDATE outbox SET failed_at = now(), failure = 'Error: the relay said no (F-1)', failures = 3, starts = 3, dispatched_at = now() WHERE id <= 2");
  await database.source.query('UPDATE outbox SET dispatched_at = now() WHERE id = 3');
});

async function shown(filter: WorkFilter = {}, first = 50): Promise<PieceOfWork[]> {
  const found: PieceOfWork[] = [];
  let after: string | undefined;
  do {
    const page = await desk.page(database.source.manager, filter, { first, after });
    if (isRefusal(page)) throw new Error(page.refused);
    found.push(...page.items.map(({ node }) => node));
    after = page.hasNextPage ? page.items.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return found;
}

describe('the desk of the outbox', () => {
  it('says how each piece of work stands, newest first, page by page', async () => {
    const states = (await shown()).map(({ id, state }) => `${id} ${state}`);
    expect(states).toEqual(['6 LATER', '5 WAITING', '4 WAITING', '3 UNDER_WAY', '2 SET_ASIDE', '1 SET_ASIDE']);
    expect((await shown({}, 2)).map(({ id, state }) => `${id} ${state}`)).toEqual(states);
    expect(await shown({ states: ['SET_ASIDE'], names: ['desk.greet'] })).toEqual([]);
    expect((await shown({ states: ['SET_ASIDE'] }))[0]).toMatchObject({ failures: 3, failure: 'Error: the relay said no (F-1)' });
    expect(await desk.count(database.source.manager, { names: ['desk.sweep'] })).toBe(5);
  });

  it('counts by name and state', async () => {
    expect((await desk.figures(database.source.manager)).map(({ name, state, count }) => `${name} ${state} ${count}`)).toEqual(
      ['desk.greet LATER 1', 'desk.sweep SET_ASIDE 2', 'desk.sweep UNDER_WAY 1', 'desk.sweep WAITING 2']);
  });

  it('lets one begin anew, or all of a name, as if they had never failed', async () => {
    expect(await database.work.run((tx) => desk.retry(tx, { id: '1' }))).toEqual(['desk.sweep']);
    expect((await shown({ states: ['WAITING'] })).find(({ id }) => id === '1')).toMatchObject({ failures: 0, failure: null, failedAt: null });
    expect(await database.work.run((tx) => desk.retry(tx, { name: 'desk.sweep' }))).toEqual(['desk.sweep']);
    expect(await database.work.run((tx) => desk.retry(tx, { id: '5' }))).toEqual([]);
    expect(await database.work.run((tx) => desk.retry(tx, { id: 'everything' }))).toEqual([]);
  });

  it('puts aside what waits, which no worker begins then', async () => {
    expect(await database.work.run((tx) => desk.setAside(tx, '4'))).toBe('desk.sweep');
    expect((await shown({ states: ['SET_ASIDE'] }))[0]).toMatchObject({ id: '4', failure: PUT_ASIDE });
    const claims = new JobClaims(database.url);
    try {
      expect(await claims.begin('4')).toBeUndefined();
      await database.work.run((tx) => desk.retry(tx, { id: '4' }));
      expect(await claims.begin('4')).toMatchObject({ id: '4', starts: 1 });
    } finally {
      await claims.returnAll();
      await claims.close();
    }
  });

  it('leaves alone what a worker is doing, and says so', async () => {
    const claims = new JobClaims(database.url);
    try {
      await claims.begin('3');
      expect(await database.work.run((tx) => desk.setAside(tx, '3'))).toMatchObject({ refused: 'job.under-way' });
      await claims.end('3', { kind: 'done' });
      expect(await database.work.run((tx) => desk.setAside(tx, '3'))).toMatchObject({ refused: 'job.unknown' });
    } finally {
      await claims.close();
    }
  });
});
