import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FixedClock } from '#testkit';
import { placesInvariants } from './places-invariants.js';
import { Hall, hours } from './testing/hall.js';
import { AT_ONCE, HOLDERS, perform, rounds } from './testing/steps.js';
import type { Round, Run } from './testing/steps.js';
import { clear, deadlocks, jumps, setMoment, watchLines } from './testing/watchers.js';

const ROUNDS = 50;
const clock = new FixedClock();
const steps = Number(process.env['PROPERTIES_STEPS'] ?? 10_000);
const seed = Number(process.env['PROPERTIES_SEED'] ?? Date.now() % 1_000_000);
const runs = Math.max(1, Math.ceil(steps / 2 / (ROUNDS * AT_ONCE)));
let hall: Hall;

beforeAll(async () => {
  hall = await Hall.open({ clock, connections: AT_ONCE });
  await watchLines(hall);
});
afterAll(() => hall.database.drop());

/** Six pools whose times overlap in part; two of them keep places for parties. */
async function open(): Promise<Run> {
  await clear(hall);
  const times = [hours(9, 11), hours(10, 12), hours(11, 13), hours(12, 14)];
  const busy = times.map((time, index) => hall.pool({ size: 1 + index, offerMinutes: 30, partyMinutes: 60 * (index % 2), busy: [time] }));
  const free = [hall.pool({ kind: 'CATEGORY', size: 5, waitlistLimit: 4, offerMinutes: 50, partyMinutes: 60 }), hall.pool({ kind: 'FORUM', size: 2, waitlistLimit: 0 })];
  return { hall, pools: await Promise.all([...busy, ...free]), holders: await hall.holders(HOLDERS) };
}

async function keepsItsPromises(history: readonly Round[], isAllowed: () => Promise<void>): Promise<void> {
  const run = await open();
  for (const round of history) {
    clock.moveBy(round.minutes * 60_000);
    await setMoment(hall);
    const answers = await Promise.allSettled(round.steps.map((step) => perform(run, step)));
    const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    await hall.sweep.run();
    const broken = [...faults, ...await placesInvariants(hall.database.work.reader, clock.now()), ...await jumps(hall)];
    if (broken.length > 0) throw new Error(`${broken.join('\n')}\nafter ${JSON.stringify(round)}`);
  }
  await isAllowed();
}

/** Histories are not made smaller when one fails: what happened depends on who came first, so a smaller one proves nothing. */
const check = (property: fc.IAsyncProperty<[Round[]]>): Promise<void> =>
  fc.assert(property, {
    seed, numRuns: runs, endOnFailure: true,
    asyncReporter: (details) => (details.failed ? Promise.reject(new Error(`seed ${seed}, run ${details.numRuns}: ${String(details.errorInstance)}`)) : Promise.resolve()),
  });
const overlaps = (): Promise<unknown[]> => hall.query('SELECT place_id FROM busy WHERE overridden');

describe(`random histories of many clients at once (npm run properties -- --seed ${seed} --steps ${steps})`, () => {
  it('of delegates: no place lost or sold twice, nobody at two places, nobody passed in the line', async () => {
    await check(fc.asyncProperty(rounds(ROUNDS, false), (history) => keepsItsPromises(history, async () => {
      expect(await overlaps()).toEqual([]);
    })));
  }, 3_600_000);

  it('with staff who override, overbook and move times: what overlaps is marked', async () => {
    await check(fc.asyncProperty(rounds(ROUNDS, true), (history) => keepsItsPromises(history, () => Promise.resolve())));
  }, 3_600_000);

  it('without a single deadlock', async () => {
    expect(await deadlocks(hall)).toBe(0);
  });
});
