import { afterEach, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { PoolId, RegistrationId } from '#kernel';
import { isBusy } from '#platform';
import { looseGuards } from '#testkit';
import type { PlacesGuards } from './places-guards.js';
import { placesInvariants } from './places-invariants.js';
import { Hall, hours } from './testing/hall.js';

let hall: Hall;
afterEach(() => hall.database.drop());

const CLIENTS = 80;

/** Who is told that the row is busy tries again, as every client of the api is asked to. */
async function persistently<R>(work: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (fault) {
      if (tries === 5 || !isBusy(fault)) throw fault;
    }
  }
}

/** Everybody does it at once, through 80 clients that each serve whoever is next. */
async function together<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<PromiseSettledResult<R>[]> {
  const answers: PromiseSettledResult<R>[] = [];
  const queue = all.values();
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    for (const one of queue) answers.push(...await Promise.allSettled([persistently(() => work(one))]));
  }));
  return answers;
}

/** Everybody wants one of the places. @returns how many were told that they have one */
async function rush(contenders: readonly RegistrationId[], poolId: PoolId): Promise<number> {
  const answers = await together(contenders, (holder) => hall.take(holder, poolId));
  const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
  if (faults.length > 0) throw new Error(`${faults.length} faults, first ${faults[0] ?? ''}`);
  return answers.filter((answer) => answer.status === 'fulfilled' && !isRefusal(answer.value)).length;
}

/** Each tries to get both of two departures that overlap. @returns how many have both */
async function doubles(holders: readonly RegistrationId[], pools: readonly [PoolId, PoolId]): Promise<number> {
  await together(holders.flatMap((holder) => pools.map((poolId) => ({ holder, poolId }))), ({ holder, poolId }) => hall.take(holder, poolId));
  const rows = await hall.query<{ n: number }>('SELECT count(*)::int AS n FROM (SELECT FROM place GROUP BY holder_id HAVING count(*) > 1) d');
  return rows[0]?.n ?? 0;
}

async function clashingDepartures(): Promise<[PoolId, PoolId]> {
  return [await hall.pool({ size: 500, busy: [hours(9, 12)] }), await hall.pool({ size: 500, busy: [hours(11, 14)] })];
}

describe('10,000 contenders for 100 places', () => {
  it('leave exactly 100 of them taken', async () => {
    hall = await Hall.open({ connections: 40 });
    const poolId = await hall.pool({ size: 100, waitlistLimit: 0 });
    const contenders = await hall.holders(10_000);
    const start = performance.now();
    const won = await rush(contenders, poolId);
    process.stdout.write(`10,000 contenders, 100 places, 40 connections: ${Math.round(performance.now() - start)} ms\n`);
    expect(won).toBe(100);
    expect(await hall.query('SELECT count(*)::int AS n, count(DISTINCT holder_id)::int AS holders FROM place')).toEqual([{ n: 100, holders: 100 }]);
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  }, 120_000);

  it('put everyone who may wait into the line, each with a turn of its own', async () => {
    hall = await Hall.open({ connections: 40 });
    const poolId = await hall.pool({ size: 100, waitlistLimit: 300 });
    const answers = await Promise.all((await hall.holders(1_000)).map((holder) => hall.take(holder, poolId, { joinLine: true })));
    const outcomes = Object.groupBy(answers, (answer) => (isRefusal(answer) ? answer.refused : answer.outcome));
    expect(Object.entries(outcomes).map(([outcome, all]) => [outcome, all?.length]).sort()).toEqual([['LINE', 300], ['PLACE', 100], ['places.line-full', 600]]);
    expect(new Set(outcomes.LINE?.map((answer) => ('position' in answer ? answer.position : 0))).size).toBe(300);
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  });
});

describe('negative control: without the condition of the pool', () => {
  const sell = async (guards: Partial<PlacesGuards>): Promise<number> => {
    hall = await Hall.open({ connections: 40, guards: looseGuards(guards) });
    await hall.query('ALTER TABLE pool DROP CONSTRAINT pool_not_oversold');
    return rush(await hall.holders(2_000), await hall.pool({ size: 100, waitlistLimit: 0 }));
  };

  it('more places are sold than there are', async () => {
    expect(await sell({ poolCondition: false })).toBeGreaterThan(100);
    expect(await placesInvariants(hall.database.work.reader)).not.toEqual([]);
  });

  it('and it is that guard which made the difference', async () => {
    expect(await sell({})).toBe(100);
  });

  it('the check constraint of the pool still refuses', async () => {
    hall = await Hall.open({ connections: 40, guards: looseGuards({ poolCondition: false }) });
    const poolId = await hall.pool({ size: 100, waitlistLimit: 0 });
    const answers = await together(await hall.holders(2_000), (holder) => hall.take(holder, poolId));
    const faults = answers.filter((answer) => answer.status === 'rejected').map((answer) => String(answer.reason));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.includes('pool_not_oversold'))).toBe(true);
    expect(await hall.query('SELECT count(*)::int AS n FROM place')).toEqual([{ n: 100 }]);
  });
});

describe('200 registrations that each take two clashing departures at once', () => {
  it('have one of them, never both', async () => {
    hall = await Hall.open({ connections: 40 });
    const start = performance.now();
    const both = await doubles(await hall.holders(200), await clashingDepartures());
    process.stdout.write(`200 registrations, two clashing pools each: ${Math.round(performance.now() - start)} ms\n`);
    expect(both).toBe(0);
    expect(await hall.query('SELECT count(*)::int AS n FROM place')).toEqual([{ n: 200 }]);
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  });

  it('without the lock of the holder and its constraint: some have both (negative control)', async () => {
    hall = await Hall.open({ connections: 40, guards: looseGuards({ holderLock: false }) });
    await hall.query('ALTER TABLE busy DROP CONSTRAINT busy_once');
    expect(await doubles(await hall.holders(200), await clashingDepartures())).toBeGreaterThan(0);
    expect(await placesInvariants(hall.database.work.reader)).not.toEqual([]);
  });

  it('without the lock the constraint alone still keeps them from having both', async () => {
    hall = await Hall.open({ connections: 40, guards: looseGuards({ holderLock: false }) });
    expect(await doubles(await hall.holders(200), await clashingDepartures())).toBe(0);
    expect(await placesInvariants(hall.database.work.reader)).toEqual([]);
  });
});
