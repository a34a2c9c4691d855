import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { PoolId, RegistrationId } from '#kernel';
import { placesInvariants } from './places-invariants.js';
import { Hall, hours } from './testing/hall.js';
import { deadlocks } from './testing/watchers.js';

let hall: Hall;
beforeAll(async () => { hall = await Hall.open({ connections: 30 }); });
afterAll(() => hall.database.drop());

const swap = (holder: RegistrationId, from: PoolId, to: PoolId) => hall.run((tx) => hall.places.swap(tx, holder, from, to));
const whole = async (): Promise<void> => { expect(await placesInvariants(hall.database.work.reader)).toEqual([]); };

/** Departures at one time, so that nobody could hold two of them. */
const departures = (count: number, size: number): Promise<PoolId[]> =>
  Promise.all(Array.from({ length: count }, () => hall.pool({ size, busy: [hours(9, 12)] })));

describe('swapping one departure for another', () => {
  it('takes the new place and hands the old one on, though both are at one time', async () => {
    const [from, to] = await departures(2, 1);
    const [holder, waits] = await hall.holders(2);
    if (from === undefined || to === undefined || holder === undefined || waits === undefined) throw new Error('too few');
    await hall.take(holder, from);
    await hall.take(waits, from, { joinLine: true });
    expect(await swap(holder, from, to)).toMatchObject({ placeId: expect.any(String) });
    expect([await hall.standing(holder, from), await hall.standing(holder, to), await hall.standing(waits, from)]).toEqual(['nothing', 'CONFIRMED', 'OFFERED']);
    await whole();
  });

  it('keeps the old place where the new one is full, already there, in somebody’s way or not to be had', async () => {
    const [from, full] = await departures(2, 1);
    const elsewhere = await hall.pool({ busy: [hours(14, 15)] });
    const clashing = await hall.pool({ busy: [hours(14, 16)] });
    const [holder, other] = await hall.holders(2);
    if (from === undefined || full === undefined || holder === undefined || other === undefined) throw new Error('too few');
    await hall.take(holder, from);
    await hall.take(holder, elsewhere);
    await hall.take(other, full);
    expect(await swap(holder, from, full)).toMatchObject({ refused: 'places.full' });
    expect(await swap(holder, from, elsewhere)).toMatchObject({ refused: 'places.already' });
    expect(await swap(holder, from, clashing)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ poolId: elsewhere }] } });
    expect(await swap(holder, full, clashing)).toMatchObject({ refused: 'places.not-held' });
    expect(await hall.standing(holder, from)).toBe('CONFIRMED');
    await whole();
  });

  it('of a place that is only held keeps the end of the hold, and a hold that has passed swaps nothing', async () => {
    const [from, to, back] = await departures(3, 1);
    const holder = await hall.holder();
    if (from === undefined || to === undefined || back === undefined) throw new Error('too few');
    const expiresAt = new Date(Date.now() + 3_600_000);
    await hall.take(holder, from, { state: 'HELD', expiresAt });
    expect(await swap(holder, from, to)).toMatchObject({ placeId: expect.any(String) });
    expect(await hall.query('SELECT state, expires_at AS "expiresAt" FROM place WHERE pool_id = $1', [to])).toEqual([{ state: 'HELD', expiresAt }]);
    await hall.query("UPDATE place SET expires_at = expires_at - interval '1 hour' WHERE pool_id = $1", [to]);
    expect(await swap(holder, to, back)).toMatchObject({ refused: 'places.not-held' });
    await hall.sweep.run();
    expect(await hall.standing(holder, to)).toBe('nothing');
    await whole();
  });

  it('in a ring of full departures is refused to all, and nobody loses a place', async () => {
    const ring = await departures(3, 1);
    const holders = await hall.holders(3);
    for (const [index, holder] of holders.entries()) await hall.take(holder, ring[index] ?? never());
    for (let round = 0; round < 30; round += 1) {
      const answers = await Promise.all(holders.map((holder, index) => swap(holder, ring[index] ?? never(), ring[(index + 1) % 3] ?? never())));
      expect(answers.every((answer) => isRefusal(answer) && answer.refused === 'places.full')).toBe(true);
    }
    expect(await Promise.all(holders.map((holder, index) => hall.standing(holder, ring[index] ?? never())))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    await whole();
  });

  it('in rings with a place to spare goes round and round for 30 people at once, without a deadlock', async () => {
    const ring = await departures(3, 11);
    const holders = await hall.holders(30);
    await Promise.all(holders.map((holder, index) => hall.take(holder, ring[index % 3] ?? never())));
    let swapped = 0;
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(holders.map(async (holder) => {
        const standings = await hall.places.standings(hall.database.work.reader, [holder]);
        const at = ring.indexOf(standings[0]?.poolId ?? never());
        return swap(holder, ring[at] ?? never(), ring[(at + 1 + (round % 2)) % 3] ?? never());
      }));
      swapped += answers.filter((answer) => !isRefusal(answer)).length;
    }
    expect(swapped).toBeGreaterThan(30);
    expect(await hall.query('SELECT count(*)::int AS n, count(DISTINCT holder_id)::int AS holders FROM place WHERE pool_id = ANY($1::uuid[])', [ring])).toEqual([{ n: 30, holders: 30 }]);
    await whole();
    expect(await deadlocks(hall)).toBe(0);
  });
});

function never(): never {
  throw new Error('not in the ring');
}
