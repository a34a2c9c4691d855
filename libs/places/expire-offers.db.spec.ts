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

describe('a pool that is over', () => {
  const closeIn = (poolId: PoolId, minutes: number) =>
    hall.run((tx) => hall.pools.configure(tx, poolId, { closesAt: new Date(Date.now() + minutes * 60_000) }));
  const closed = (poolId: PoolId): Promise<{ holder: RegistrationId }[]> => hall.query(
    "SELECT payload->>'holder' AS holder FROM outbox WHERE name = 'places.line-closed' AND payload->>'poolId' = $1 ORDER BY id", [poolId]);

  it('hands nothing on and lets nobody wait; one that is not goes on', async () => {
    for (const [minutes, expected] of [[-1, ['nothing', 'WAITING 1', 'WAITING 2']], [60, ['nothing', 'OFFERED', 'WAITING 1']]] as const) {
      const { poolId, line } = await offered();
      await hall.run((tx) => hall.pools.configure(tx, poolId, { closesAt: new Date(Date.now() + minutes * 60_000) }));
      await hall.run((tx) => hall.places.release(tx, line[0] ?? newId(), poolId));
      expect(await states(poolId, line)).toEqual(expected);
      const late = await hall.holder();
      await hall.run((tx) => hall.pools.configure(tx, poolId, { size: 0, permitOverbooking: true }));
      const answer = await hall.take(late, poolId, { joinLine: true });
      expect(answer).toMatchObject(minutes < 0 ? { refused: 'places.no-line', data: { lineOpen: false } } : { outcome: 'LINE' });
    }
  });

  it('has offers that end no later than it does, also those made before', async () => {
    const { poolId, line } = await offered();
    const left = (): Promise<{ minutes: number }[]> => hall.query(
      "SELECT round(extract(epoch FROM expires_at - statement_timestamp()) / 60)::int AS minutes FROM offer WHERE pool_id = $1 AND state = 'OPEN'", [poolId]);
    expect(await left()).toEqual([{ minutes: 30 }]);
    await closeIn(poolId, 10);
    expect(await left()).toEqual([{ minutes: 10 }]);
    await hall.run((tx) => hall.places.release(tx, line[0] ?? newId(), poolId));
    expect(await left()).toEqual([{ minutes: 10 }]);
  });

  it('has its line ended by the sweep, each told once; who has a place keeps it', async () => {
    const poolId = await hall.pool({ size: 1 });
    const [has, ...line] = await hall.holders(3);
    if (has === undefined) throw new Error('nobody');
    await hall.take(has, poolId);
    for (const holder of line) await hall.take(holder, poolId, { joinLine: true });
    await closeIn(poolId, 5);
    await hall.sweep.run();
    expect(await states(poolId, line)).toEqual(['WAITING 1', 'WAITING 2']);
    await hall.query("UPDATE pool SET closes_at = closes_at - interval '5 minutes' WHERE id = $1", [poolId]);
    await Promise.all([hall.sweep.run(), hall.beside(new SystemClock()).sweep.run()]);
    await hall.sweep.run();
    expect(await states(poolId, [has, ...line])).toEqual(['CONFIRMED', 'nothing', 'nothing']);
    expect((await closed(poolId)).map(({ holder }) => holder).sort()).toEqual([...line].sort());
    expect(await hall.figures(poolId)).toEqual({ taken: 1, waiting: 0 });
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  });
});
