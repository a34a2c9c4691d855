import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepHouse } from './housekeeping.js';

describe('housekeeping', () => {
  let database: ThrowawayDatabase;
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });

  it('throws away what is old, and keeps every idempotency key for more than the promised 24 hours', async () => {
    const { source } = database;
    await source.query(`
      INSERT INTO idempotency (principal, operation, key, arguments_hash, created_at)
      SELECT 'account:1', 'registerDelegate', n || ' hours', '', now() - n * interval '1 hour' FROM unnest(ARRAY[1, 25, 47, 49]) AS n`);
    await source.query(`
      INSERT INTO idempotency (principal, operation, key, arguments_hash, created_at)
      SELECT 'account:2', 'registerDelegate', n::text, '', now() - interval '9 days' FROM generate_series(1, 12000) AS n`);
    await source.query("INSERT INTO rate_window VALUES ('now', now(), 60, 1), ('old', now() - interval '3 days', 60, 1)");
    await source.query("INSERT INTO worker_pulse (worker, seen_at) VALUES ('alive', now()), ('gone', now() - interval '2 hours')");
    await Promise.all([keepHouse(source), keepHouse(source)]);
    const keys = await source.query<{ key: string }[]>('SELECT key FROM idempotency ORDER BY created_at DESC');
    expect(keys.map(({ key }) => key)).toEqual(['1 hours', '25 hours', '47 hours']);
    expect(await source.query('SELECT subject FROM rate_window')).toEqual([{ subject: 'now' }]);
    expect(await source.query('SELECT worker FROM worker_pulse')).toEqual([{ worker: 'alive' }]);
  });
});
