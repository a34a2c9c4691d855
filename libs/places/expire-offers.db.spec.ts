import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, SystemClock } from '#kernel';
import type { OfferId, PoolId, RegistrationId } from '#kernel';
import { FixedClock } from '#testkit';
import { placesInvariants } from './places-invariants.js';
import { Hall } from './testing/hall.js';

let hall: Hall;
beforeAll(async () => { hall = await Hall.open(); });
afterAll(() => hall.database.drop());

/** A pool whose place is offered to the first of three, with the database's own time. */
async function offered(): Promise<{ poolId: PoolId; line: RegistrationId[] }> {
  const poolId = await hall.pool({ offerMinutes: 30 });
  const has = await hall.holder();
  const line = await hall.holders(3);
  await hall.take(has, poolId);
  for (const holder of line) await hall.take(holder, poolId, { joinLine: true });
  await hall.run((tx) => hall.places.release(tx, has, poolId));
  return { poolId, line };
}

/** What happens to offers while nobody looks: their time passes. */
const pass = (poolId: PoolId, minutes: number): Promise<unknown> =>
  hall.query(`UPDATE offer SET expires_at = expires_at - $2 * interval '1 minute' WHERE pool_id = $1 AND state = 'OPEN'`, [poolId, minutes]);
const states = async (poolId: PoolId, line: readonly RegistrationId[]): Promise<string[]> => Promise.all(line.map((holder) => hall.standing(holder, poolId)));
const ended = (poolId: PoolId): Promise<{ n: number }[]> => hall.query(
  `SELECT count(*)::int AS n FROM outbox b JOIN offer o ON o.id = (b.payload->>'offerId')::uuid WHERE b.name = 'places.offer-expired' AND o.pool_id = $1`, [poolId]);

describe('the sweep', () => {
  it('ends what came due while no worker ran, once, however many workers come back', async () => {
    const { poolId, line } = await offered();
    await pass(poolId, 31);
    const workers = Array.from({ length: 5 }, () => hall.beside(new SystemClock()));
    await Promise.all(workers.map((worker) => worker.sweep.run()));
    await hall.sweep.run();
    expect(await states(poolId, line)).toEqual(['nothing', 'OFFERED', 'WAITING 1']);
    expect(await ended(poolId)).toEqual([{ n: 1 }]);
    const [late] = await hall.query<{ minutes: number }>(
      "SELECT round(extract(epoch FROM expires_at - now()) / 60)::int AS minutes FROM offer WHERE pool_id = $1 AND state = 'OPEN'", [poolId]);
    expect(late).toEqual({ minutes: 30 });
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  });

  it('goes by the database’s time, so that a worker whose clock is off ends nothing early', async () => {
    const { poolId, line } = await offered();
    await hall.sweep.run();
    expect(await states(poolId, line)).toEqual(['OFFERED', 'WAITING 1', 'WAITING 2']);
    const ahead = new FixedClock(new Date(Date.now() + 3_600_000));
    await hall.beside(ahead).sweep.run();
    expect(await states(poolId, line)).toEqual(['nothing', 'OFFERED', 'WAITING 1']);
  });

  it('leaves a pool that someone is at work with for the next round, and waits for it where it is long overdue', async () => {
    const { poolId, line } = await offered();
    await pass(poolId, 30);
    let sweptMeanwhile = -1;
    await hall.run(async (tx) => {
      await tx.query('SELECT 1 FROM pool WHERE id = $1 FOR NO KEY UPDATE', [poolId]);
      sweptMeanwhile = await hall.sweep.run();
    });
    expect(sweptMeanwhile).toBe(0);
    await pass(poolId, 1);
    const work = hall.run(async (tx) => {
      await tx.query('SELECT 1 FROM pool WHERE id = $1 FOR NO KEY UPDATE', [poolId]);
      await tx.query('SELECT pg_sleep(0.3)');
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await hall.sweep.run()).toBe(1);
    await work;
    expect(await states(poolId, line)).toEqual(['nothing', 'OFFERED', 'WAITING 1']);
  });

  it('and the answer of the holder exclude each other: one of them has the place', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { poolId, line } = await offered();
      const [offer] = await hall.query<{ id: OfferId }>("SELECT id FROM offer WHERE pool_id = $1 AND state = 'OPEN'", [poolId]);
      await hall.query("UPDATE offer SET expires_at = statement_timestamp() + interval '3 milliseconds' WHERE pool_id = $1 AND state = 'OPEN'", [poolId]);
      await Promise.all([
        hall.run((tx) => hall.places.acceptOffer(tx, offer?.id ?? newId(), { giveUp: [], state: 'CONFIRMED' })), hall.sweep.run(), hall.sweep.run(),
      ]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await hall.sweep.run();
      expect([['CONFIRMED', 'WAITING 1', 'WAITING 2'], ['nothing', 'OFFERED', 'WAITING 1']]).toContainEqual(await states(poolId, line));
    }
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  });
});
