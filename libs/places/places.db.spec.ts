import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal, newId } from '#kernel';
import type { OfferId, PoolId, RegistrationId } from '#kernel';
import { FixedClock } from '#testkit';
import { offerEnd } from './offer-end.js';
import { placesInvariants } from './places-invariants.js';
import { Hall, hours } from './testing/hall.js';

const clock = new FixedClock();
let hall: Hall;
beforeAll(async () => { hall = await Hall.open({ clock }); });
afterAll(() => hall.database.drop());

const offerOf = async (holder: RegistrationId, poolId: PoolId): Promise<OfferId> => {
  const [row] = await hall.query<{ id: OfferId }>(`SELECT id FROM offer WHERE holder_id = $1 AND pool_id = $2 AND state = 'OPEN'`, [holder, poolId]);
  return row?.id ?? newId();
};
const accept = async (holder: RegistrationId, poolId: PoolId, giveUp: PoolId[] = []) => {
  const offerId = await offerOf(holder, poolId);
  return hall.run((tx) => hall.places.acceptOffer(tx, offerId, { giveUp, state: 'CONFIRMED' }));
};
const moment = (from: number, until: number) => ({ startsAt: hours(from, until).startsAt, endsAt: hours(from, until).endsAt });
const release = (holder: RegistrationId, poolId: PoolId) => hall.run((tx) => hall.places.release(tx, holder, poolId));
const facts = async (): Promise<string[]> => {
  const rows = await hall.query<{ name: string }>("DELETE FROM outbox WHERE kind = 'fact' RETURNING name");
  return rows.map(({ name }) => name);
};
const whole = async (): Promise<void> => {
  expect(await placesInvariants(hall.database.work.reader, clock.now())).toEqual([]);
};

describe('taking a place', () => {
  it('is refused where there is none, saying whether one may wait', async () => {
    const [anyone, other] = [await hall.holder(), await hall.holder()];
    const closed = await hall.pool({ waitlistLimit: 0 });
    await hall.take(anyone, closed);
    expect(await hall.take(other, closed, { joinLine: true })).toEqual({ refused: 'places.no-line', data: { remaining: 0, lineOpen: false } });
    const open = await hall.pool({ size: 0, waitlistLimit: 1 });
    expect(await hall.take(other, open)).toEqual({ refused: 'places.full', data: { remaining: 0, lineOpen: true } });
    expect(await hall.take(other, open, { joinLine: true })).toMatchObject({ outcome: 'LINE', position: 1 });
    expect(await hall.take(anyone, open, { joinLine: true })).toEqual({ refused: 'places.line-full', data: { remaining: 0, lineOpen: false } });
  });

  it('is refused a second time, whatever one has', async () => {
    const [first, second] = [await hall.holder(), await hall.holder()];
    const poolId = await hall.pool();
    await hall.take(first, poolId);
    await hall.take(second, poolId, { joinLine: true });
    expect(await hall.take(first, poolId)).toEqual({ refused: 'places.already', data: { state: 'CONFIRMED' } });
    expect(await hall.take(second, poolId)).toEqual({ refused: 'places.already', data: { state: 'WAITING' } });
    await release(first, poolId);
    expect(await hall.take(second, poolId)).toEqual({ refused: 'places.already', data: { state: 'OFFERED' } });
  });

  it('is refused where it overlaps with a place or an offer, and is not where one ends as the other begins', async () => {
    const holder = await hall.holder();
    const [morning, overlapping, after] = [
      await hall.pool({ busy: [hours(9, 12)] }), await hall.pool({ busy: [hours(11, 13)] }), await hall.pool({ busy: [hours(12, 13)] }),
    ];
    await hall.take(holder, morning, { state: 'HELD' });
    expect(await hall.take(holder, overlapping, { joinLine: true })).toMatchObject({
      refused: 'agenda.clash', data: { with: [{ kind: 'DEPARTURE', poolId: morning, state: 'HELD', ...moment(9, 12) }] },
    });
    expect(await hall.take(holder, after)).toMatchObject({ outcome: 'PLACE' });
    const [other, waits] = [await hall.holder(), await hall.holder()];
    const full = await hall.pool({ busy: [hours(9, 12)] });
    await hall.take(other, full);
    await hall.take(waits, full, { joinLine: true });
    await release(other, full);
    expect(await hall.take(waits, overlapping)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ poolId: full, state: 'OFFERED' }] } });
    await whole();
  });

  it('needs a registration that is there', async () => {
    const holder = await hall.holder();
    const poolId = await hall.pool();
    await hall.run((tx) => hall.places.releaseAll(tx, holder));
    expect(await hall.take(holder, poolId)).toMatchObject({ refused: 'places.holder-gone' });
    await hall.run((tx) => hall.places.openHolder(tx, holder, hall.conferenceId));
    expect(await hall.take(holder, poolId)).toMatchObject({ outcome: 'PLACE' });
  });

  it('goes above the size, and overlaps, only where staff say so; what is given back is not taken up again', async () => {
    const [a, b, c] = [await hall.holder(), await hall.holder(), await hall.holder()];
    const [small, same] = [await hall.pool({ busy: [hours(9, 12)] }), await hall.pool({ busy: [hours(10, 11)] })];
    await hall.take(a, small);
    await hall.take(b, same);
    expect(await hall.take(b, small, { overbook: true, override: { reason: 'speaks in both' } })).toMatchObject({ outcome: 'PLACE' });
    expect(await hall.figures(small)).toEqual({ taken: 2, waiting: 0 });
    expect(await hall.take(c, small, { joinLine: true })).toMatchObject({ outcome: 'LINE' });
    await release(a, small);
    expect(await hall.standing(c, small)).toBe('WAITING 1');
    await release(b, small);
    expect(await hall.standing(c, small)).toBe('OFFERED');
    await whole();
  });
});

describe('the line', () => {
  it('gets a freed place at once and in order, and a newcomer does not pass it', async () => {
    const [has, first, second, newcomer] = [await hall.holder(), await hall.holder(), await hall.holder(), await hall.holder()];
    const poolId = await hall.pool();
    await hall.take(has, poolId);
    await hall.take(first, poolId, { joinLine: true });
    await hall.take(second, poolId, { joinLine: true });
    await facts();
    await release(has, poolId);
    expect([await hall.standing(first, poolId), await hall.standing(second, poolId)]).toEqual(['OFFERED', 'WAITING 1']);
    expect(await facts()).toEqual(['places.offered']);
    expect(await hall.take(newcomer, poolId)).toMatchObject({ refused: 'places.full', data: { remaining: 0 } });
    expect(await accept(first, poolId)).toMatchObject({ holder: first, poolId, gaveUp: [] });
    expect(await hall.figures(poolId)).toEqual({ taken: 1, waiting: 1 });
    await whole();
  });

  it('is passed by priority only, with its reason', async () => {
    const [has, first, second] = [await hall.holder(), await hall.holder(), await hall.holder()];
    const poolId = await hall.pool();
    await hall.take(has, poolId);
    await hall.take(first, poolId, { joinLine: true });
    await hall.take(second, poolId, { joinLine: true });
    await hall.run((tx) => hall.places.moveInLine(tx, { holder: second, poolId, priority: 5, reason: 'head of delegation' }));
    expect([await hall.standing(first, poolId), await hall.standing(second, poolId)]).toEqual(['WAITING 2', 'WAITING 1']);
    expect(await hall.run((tx) => hall.places.moveInLine(tx, { holder: has, poolId, priority: 5, reason: '-' }))).toMatchObject({ refused: 'places.not-waiting' });
    await whole();
  });

  it('keeps places for a party until its time is over, then smaller ones pass and it keeps its turn', async () => {
    const takers = [await hall.holder(), await hall.holder(), await hall.holder()];
    const [party, single, newcomer] = [await hall.holder(), await hall.holder(), await hall.holder()];
    const poolId = await hall.pool({ size: 3, partyMinutes: 120 });
    for (const taker of takers) await hall.take(taker, poolId);
    await hall.take(party, poolId, { joinLine: true, party: 3 });
    await hall.take(single, poolId, { joinLine: true });
    await release(takers[0] ?? party, poolId);
    expect(await hall.take(newcomer, poolId)).toMatchObject({ refused: 'places.full', data: { remaining: 1 } });
    expect(await hall.standing(single, poolId)).toBe('WAITING 2');
    clock.moveBy(121 * 60_000);
    await hall.sweep.run();
    expect([await hall.standing(party, poolId), await hall.standing(single, poolId)]).toEqual(['WAITING 1', 'OFFERED']);
    await accept(single, poolId);
    for (const holder of [...takers, single]) await release(holder, poolId);
    expect(await hall.standing(party, poolId)).toBe('OFFERED');
    expect(await hall.figures(poolId)).toEqual({ taken: 3, waiting: 0 });
    await whole();
  });
});

describe('an offer', () => {
  const offered = async (options: { busy?: ReturnType<typeof hours>[] } = {}) => {
    const [has, holder, next] = [await hall.holder(), await hall.holder(), await hall.holder()];
    const poolId = await hall.pool(options);
    await hall.take(has, poolId);
    await hall.take(holder, poolId, { joinLine: true });
    await hall.take(next, poolId, { joinLine: true });
    return { holder, next, poolId, free: () => release(has, poolId) };
  };

  it('of what clashes is refused with what stands in the way, or exchanged for it in one step', async () => {
    const { holder, poolId, free } = await offered({ busy: [hours(9, 12)] });
    const [held, waiter] = [await hall.pool({ busy: [hours(10, 11)] }), await hall.holder()];
    const harmless = await hall.pool({ busy: [hours(15, 16)] });
    await hall.take(holder, held);
    await hall.take(holder, harmless);
    await hall.take(waiter, held, { joinLine: true });
    await free();
    expect(await accept(holder, poolId)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ poolId: held, state: 'CONFIRMED' }] } });
    expect(await hall.standing(holder, held)).toBe('CONFIRMED');
    expect(await accept(holder, poolId, [held, harmless])).toMatchObject({ gaveUp: [held] });
    expect([await hall.standing(holder, held), await hall.standing(holder, harmless), await hall.standing(waiter, held)])
      .toEqual(['nothing', 'CONFIRMED', 'OFFERED']);
    await whole();
  });

  it('can be answered once', async () => {
    const { holder, next, poolId, free } = await offered();
    await free();
    const offerId = await offerOf(holder, poolId);
    expect(await hall.run((tx) => hall.places.declineOffer(tx, offerId))).toMatchObject({ holder, poolId, kind: 'DEPARTURE' });
    expect(await hall.run((tx) => hall.places.declineOffer(tx, offerId))).toMatchObject({ refused: 'offer.unknown' });
    expect(await hall.run((tx) => hall.places.acceptOffer(tx, newId(), { giveUp: [], state: 'HELD' }))).toMatchObject({ refused: 'offer.unknown' });
    expect([await hall.standing(holder, poolId), await hall.standing(next, poolId)]).toEqual(['nothing', 'OFFERED']);
    await whole();
  });

  it('ends with its time, also before the sweep has come by; the next gets it once', async () => {
    const { holder, next, poolId, free } = await offered();
    await free();
    const offerId = await offerOf(holder, poolId);
    clock.moveBy(60 * 60_000);
    expect(await hall.run((tx) => hall.places.acceptOffer(tx, offerId, { giveUp: [], state: 'HELD' }))).toMatchObject({ refused: 'offer.expired' });
    await Promise.all([hall.sweep.run(), hall.sweep.run(), hall.sweep.run()]);
    await hall.sweep.run();
    expect(await hall.query("SELECT payload FROM outbox WHERE name = 'places.offer-expired' AND payload->>'offerId' = $1", [offerId])).toHaveLength(1);
    expect([await hall.standing(holder, poolId), await hall.standing(next, poolId)]).toEqual(['nothing', 'OFFERED']);
    expect(await hall.run((tx) => hall.places.acceptOffer(tx, offerId, { giveUp: [], state: 'HELD' }))).toMatchObject({ refused: 'offer.expired' });
    await whole();
  });

  it('goes on to the next when its registration is gone, with everything else it had', async () => {
    const { holder, next, poolId, free } = await offered();
    await free();
    const [held, line] = [await hall.pool(), await hall.pool({ size: 0 })];
    await hall.take(holder, held, { state: 'HELD' });
    await hall.take(holder, line, { joinLine: true });
    const given = await hall.run((tx) => hall.places.releaseAll(tx, holder));
    expect(new Map(given.map(({ poolId: pool, was }) => [pool, was]))).toEqual(new Map([[poolId, 'OFFER'], [held, 'PLACE'], [line, 'LINE']]));
    expect(await hall.standing(next, poolId)).toBe('OFFERED');
    expect(await hall.places.standings(hall.database.work.reader, [holder])).toEqual([]);
    await whole();
  });
});

describe('a hold', () => {
  it('ends with its time unless it was confirmed', async () => {
    const [decided, undecided, waits] = [await hall.holder(), await hall.holder(), await hall.holder()];
    const poolId = await hall.pool({ size: 2 });
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    for (const holder of [decided, undecided]) await hall.take(holder, poolId, { state: 'HELD', expiresAt });
    await hall.take(waits, poolId, { joinLine: true });
    expect(await hall.run((tx) => hall.places.confirm(tx, decided, poolId))).toBe(true);
    clock.moveBy(61_000);
    await hall.sweep.run();
    expect([await hall.standing(decided, poolId), await hall.standing(undecided, poolId), await hall.standing(waits, poolId)])
      .toEqual(['CONFIRMED', 'nothing', 'OFFERED']);
    expect(await hall.run((tx) => hall.places.confirm(tx, undecided, poolId))).toBe(false);
    await whole();
  });
});

describe('the size of a pool', () => {
  it('is not lowered below what is taken, unless staff decide to keep all; raised, the line gets it at once', async () => {
    const holders = [await hall.holder(), await hall.holder(), await hall.holder()];
    const poolId = await hall.pool({ size: 2 });
    for (const holder of holders) await hall.take(holder, poolId, { joinLine: true });
    const configure = (changes: Parameters<typeof hall.pools.configure>[2]) => hall.run((tx) => hall.pools.configure(tx, poolId, changes));
    expect(await configure({ size: 1 })).toEqual({ refused: 'places.below-taken', data: { taken: 2, size: 1 } });
    expect(await configure({ size: 1, permitOverbooking: true })).toBeUndefined();
    await whole();
    await configure({ size: 3 });
    expect(await hall.standing(holders[2] ?? newId(), poolId)).toBe('OFFERED');
    await configure({ size: null });
    expect(isRefusal(await hall.take(await hall.holder(), poolId))).toBe(false);
    await whole();
  });
});

describe('who may no longer have what he waited for', () => {
  it('is skipped when it is his turn, and the next is offered the place', async () => {
    const [has, gone, next] = await hall.holders(3) as [RegistrationId, RegistrationId, RegistrationId];
    const poolId = await hall.pool({ kind: 'FORUM' });
    await hall.take(has, poolId);
    for (const holder of [gone, next]) await hall.take(holder, poolId, { joinLine: true });
    hall.waiters.addRule('FORUM', (_tx, _subjectId, holders) => Promise.resolve(new Map(holders.filter((holder) => holder === gone).map((holder) => [holder, 'category']))));
    await facts();
    await release(has, poolId);
    expect([await hall.standing(gone, poolId), await hall.standing(next, poolId)]).toEqual(['nothing', 'OFFERED']);
    expect((await facts()).sort()).toEqual(['places.offered', 'places.turn-skipped']);
    expect(await hall.figures(poolId)).toEqual({ taken: 1, waiting: 0 });
    await whole();
  });
});

describe('an offer', () => {
  it('counts the hours of its reader’s day, where the zone is known', async () => {
    const zoned = hall.beside(clock);
    const [has, here, there] = await hall.holders(3) as [RegistrationId, RegistrationId, RegistrationId];
    zoned.waiters.useZones(() => Promise.resolve(new Map([[there, 'America/St_Johns']])));
    const poolId = await zoned.pool({ size: 1, offerMinutes: 60 });
    await zoned.take(has, poolId);
    for (const holder of [here, there]) await zoned.take(holder, poolId, { joinLine: true });
    await zoned.run((tx) => zoned.pools.configure(tx, poolId, { size: 3 }));
    const ends = new Map((await zoned.places.standings(zoned.database.work.reader, [here, there])).map(({ holder, offer }) => [holder, offer?.expiresAt]));
    expect(ends.get(here)).toEqual(new Date(clock.now().getTime() + 3_600_000));
    expect(ends.get(there)).toEqual(offerEnd(clock.now(), 60, { zone: 'America/St_Johns' }));
  });
});

describe('the time of a pool', () => {
  it('moves for those who have a place; who then has two things at once keeps both, marked, and is named', async () => {
    const [free, clashing] = [await hall.holder(), await hall.holder()];
    const [poolId, other] = [await hall.pool({ size: 2, busy: [hours(9, 10)] }), await hall.pool({ busy: [hours(14, 16)] })];
    for (const holder of [free, clashing]) await hall.take(holder, poolId);
    await hall.take(clashing, other);
    expect(await hall.run((tx) => hall.pools.setBusy(tx, poolId, [hours(15, 17), hours(9, 10)]))).toMatchObject({
      clashing: [clashing], together: [{ holder: clashing, cause: 'MOVED', one: { poolId: other, travelMinutes: null }, other: { poolId, ...moment(15, 17) } }],
    });
    const standings = await hall.places.standings(hall.database.work.reader, [free, clashing]);
    expect(standings.filter(({ overridden }) => overridden).map(({ holder, poolId: pool }) => [holder, pool])).toEqual([[clashing, poolId]]);
    expect(standings.find(({ holder }) => holder === free)?.intervals).toEqual([hours(9, 10), hours(15, 17)]);
    expect(await hall.run((tx) => hall.pools.setBusy(tx, poolId, [hours(17, 18)]))).toEqual({ clashing: [], together: [] });
    await whole();
  });
});
