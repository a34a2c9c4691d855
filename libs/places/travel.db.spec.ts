import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { PoolId } from '#kernel';
import { FixedClock } from '#testkit';
import { placesInvariants } from './places-invariants.js';
import { Hall, hours } from './testing/hall.js';

const clock = new FixedClock();
let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open({ clock });
  await hall.run((tx) => hall.travel.plan(tx, hall.conferenceId, { otherwise: 15, between: [{ site: 'river', otherSite: 'hall', minutes: 40 }] }));
});
afterAll(() => hall.database.drop());

const pool = (from: number, until: number, site?: string): Promise<PoolId> => hall.pool({ size: 99, busy: [hours(from, until, site)] });
const whole = async (): Promise<void> => {
  expect(await placesInvariants(hall.database.work.reader, clock.now())).toEqual([]);
};

describe('two things with too short a way between them', () => {
  it('clash, whichever is taken first, and the refusal says how long the way is', async () => {
    const [inHall, atRiver] = [await pool(9, 11, 'hall'), await pool(11.5, 13, 'river')];
    const [early, late] = [await hall.holder(), await hall.holder()];
    await hall.take(early, inHall);
    await hall.take(late, atRiver);
    expect(await hall.take(early, atRiver)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ poolId: inHall, travelMinutes: 40, state: 'CONFIRMED' }] } });
    expect(await hall.take(late, inHall)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ poolId: atRiver, travelMinutes: 40 }] } });
    await whole();
  });

  it('do not clash where the way is exactly as long as the pause, nor at one site, nor where a site is unknown', async () => {
    const first = await pool(9, 11, 'hall');
    const fine = [await pool(11 + 40 / 60, 12, 'river'), await pool(11, 12, 'hall'), await pool(11, 12), await pool(11.25, 12, 'somewhere else')];
    for (const other of fine) {
      const holder = await hall.holder();
      await hall.take(holder, first);
      expect(await hall.take(holder, other)).toMatchObject({ outcome: 'PLACE' });
    }
    const holder = await hall.holder();
    await hall.take(holder, first);
    expect(await hall.take(holder, await pool(11.2, 12, 'somewhere else'))).toMatchObject({ data: { with: [{ travelMinutes: 15 }] } });
  });

  it('clash in a swap, in an accepted offer and with what is offered, and what would fit is known', async () => {
    const [inHall, atRiver, later] = [await pool(9, 11, 'hall'), await hall.pool({ busy: [hours(11.5, 13, 'river')] }), await pool(15, 16, 'river')];
    const [has, next] = [await hall.holder(), await hall.holder()];
    await hall.take(has, atRiver);
    await hall.take(next, atRiver, { joinLine: true });
    await hall.take(next, inHall);
    await hall.run((tx) => hall.places.release(tx, has, atRiver));
    const [offer] = (await hall.places.standings(hall.database.work.reader, [next])).flatMap((one) => (one.offer === null ? [] : [one.offer]));
    if (offer === undefined) throw new Error('nothing was offered');
    expect(await hall.run((tx) => hall.places.acceptOffer(tx, offer.id, { giveUp: [], state: 'CONFIRMED' }))).toMatchObject({ data: { with: [{ poolId: inHall, travelMinutes: 40 }] } });
    const third = await pool(9, 10.9, 'hall');
    expect(await hall.take(next, third)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ poolId: inHall, travelMinutes: null }, { poolId: atRiver, state: 'OFFERED', travelMinutes: 40 }] } });
    expect([...await hall.places.wouldFit(hall.database.work.reader, next, [third, later, atRiver], [])]).toEqual([later]);
    expect(await hall.places.wouldFit(hall.database.work.reader, next, [third, later], [inHall, atRiver])).toEqual(new Set([third, later]));
    expect(await hall.run((tx) => hall.places.acceptOffer(tx, offer.id, { giveUp: [inHall], state: 'CONFIRMED' }))).toMatchObject({ gaveUp: [inHall] });
    expect(await hall.run((tx) => hall.places.swap(tx, next, atRiver, inHall))).toHaveProperty('placeId');
    await whole();
  });

  it('are held together where staff let them or a programme moved them, marked with the cause', async () => {
    const [inHall, atRiver, far] = [await pool(9, 11, 'hall'), await pool(11.5, 13, 'river'), await pool(16, 17, 'hall')];
    const [let1, moved] = [await hall.holder(), await hall.holder()];
    await hall.take(let1, inHall);
    expect(await hall.take(let1, atRiver, { override: { reason: 'has a driver' } })).toMatchObject({ outcome: 'PLACE' });
    await hall.take(moved, atRiver);
    await hall.take(moved, far);
    const { clashing, together } = await hall.run((tx) => hall.pools.setBusy(tx, far, [hours(13.5, 14, 'hall')]));
    expect(clashing).toEqual([moved]);
    expect(together).toMatchObject([{ holder: moved, cause: 'MOVED', one: { poolId: atRiver }, other: { poolId: far, travelMinutes: 40 } }]);
    expect(await hall.places.togetherIn(hall.database.work.reader, hall.conferenceId)).toMatchObject(
      [{ holder: let1, cause: 'OVERRIDDEN', other: { poolId: atRiver, travelMinutes: 40 } }, { holder: moved, cause: 'MOVED' }]);
    await whole();
  });

  it('that have become so since, because the way is longer now, are known though nobody marked them', async () => {
    const [one, other] = [await pool(9, 11, 'garden'), await pool(11.5, 13, 'tower')];
    const holder = await hall.holder();
    await hall.take(holder, one);
    await hall.take(holder, other);
    expect(await hall.places.together(hall.database.work.reader, [holder])).toEqual([]);
    await hall.run((tx) => hall.travel.plan(tx, hall.conferenceId, { otherwise: 45, between: [] }));
    expect(await hall.places.together(hall.database.work.reader, [holder])).toMatchObject([{ cause: 'TRAVEL', other: { travelMinutes: 45 } }]);
    await hall.run((tx) => hall.travel.plan(tx, hall.conferenceId, { otherwise: 15, between: [{ site: 'hall', otherSite: 'river', minutes: 40 }] }));
    expect(await hall.travel.of(hall.database.work.reader, hall.conferenceId)).toEqual({ otherwise: 15, between: [{ site: 'hall', otherSite: 'river', minutes: 40 }] });
  });
});

describe('negative control', () => {
  const both = async (): Promise<number> => {
    const [inHall, atRiver] = [await pool(9, 11, 'hall'), await pool(11.5, 13, 'river')];
    const holders = await hall.holders(40);
    const answers = await Promise.all(holders.flatMap((holder) => [inHall, atRiver].map((poolId) => hall.take(holder, poolId))));
    return answers.filter((answer) => !isRefusal(answer)).length - holders.length;
  };

  it('with the way counted, nobody of forty who try both at once has both', async () => {
    expect(await both()).toBe(0);
    await whole();
  });

  it('where no way is known to places, all have both', async () => {
    await hall.run((tx) => hall.travel.plan(tx, hall.conferenceId, { otherwise: 0, between: [] }));
    expect(await both()).toBe(40);
    await hall.run((tx) => hall.travel.plan(tx, hall.conferenceId, { otherwise: 15, between: [{ site: 'river', otherSite: 'hall', minutes: 40 }] }));
    expect(await placesInvariants(hall.database.work.reader, clock.now())).not.toEqual([]);
  });
});
