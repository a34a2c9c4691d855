import { getHeapSpaceStatistics } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import pg from 'pg';
import { PlainClient } from './plain-client.js';

let database: ThrowawayDatabase;
beforeAll(async () => { database = await throwawayDatabase(); });
afterAll(() => database.drop());

const MB = 1024 * 1024;
const oldSpace = (): number => (getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0) / MB;
const BATCH = "SELECT n, n || 'a row of an export' AS one, n || 'another cell of it' AS two FROM generate_series(1, 2000) AS n WHERE n > $1";
const READS = 150;

/** How much the old part of the heap grows, in MB, while batches are read one after the other and let go. */
async function kept(Client: typeof pg.Client): Promise<number> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  let coming = client.query(BATCH, [0]);
  const before = oldSpace();
  let most = before;
  for (let n = 0; n < READS; n += 1) {
    const { rows } = await coming;
    coming = client.query(BATCH, [0]);
    expect(rows).toHaveLength(2_000);
    most = Math.max(most, oldSpace());
  }
  await coming;
  await client.end();
  return most - before;
}

describe('the client', () => {
  it('lets results go while they are young', async () => {
    const plain = await kept(PlainClient);
    const tied = await kept(pg.Client);
    expect({ plain, isLess: plain < tied / 3 }).toEqual({ plain, isLess: true });
  }, 60_000);

  it('answers as the one it stands for: rows, faults, callbacks, named statements', async () => {
    const client = new PlainClient(database.url);
    await client.connect();
    expect((await client.query<{ one: number }>('SELECT $1::int AS one', [1])).rows).toEqual([{ one: 1 }]);
    expect((await client.query<{ one: number }>({ name: 'two', text: 'SELECT $1::int AS one', values: [2] })).rows).toEqual([{ one: 2 }]);
    await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    const called = await new Promise<number | null>((resolve) => { client.query('SELECT 1', (_fault: Error, result: pg.QueryResult) => { resolve(result.rowCount); }); });
    expect(called).toBe(1);
    await client.end();
    await expect(client.query('SELECT 1')).rejects.toThrow(/not queryable|closed/);
  });
});
