import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import type pg from 'pg';
import { PlainClient } from './plain-client.js';

let database: ThrowawayDatabase;
beforeAll(async () => { database = await throwawayDatabase(); });
afterAll(() => database.drop());

/** What a client keeps of results that were let go, in MB (kept-results.fixture.ts). */
async function kept(kind: 'plain' | 'stock'): Promise<number> {
  const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--no-warnings', '--max-semi-space-size=16', '--conditions=source', '--import', here('../../../test/faults/run-source.mjs'), here('./kept-results.fixture.ts'), database.url, kind,
  ]);
  return Number(stdout);
}

describe('the client', () => {
  it('lets results go while they are young', async () => {
    const [plain, tied] = [await kept('plain'), await kept('stock')];
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
