import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RegistrationId } from '#kernel';
import { FixedClock } from '#testkit';
import { placesInvariants } from './places-invariants.js';
import type { Retimed } from './places.types.js';
import { Hall, hours } from './testing/hall.js';
import { AT_ONCE, HOLDERS, MINUTES_BETWEEN, perform, POOLS, rounds } from './testing/steps.js';
import type { Round, Run, Step } from './testing/steps.js';
import { clear, deadlocks, jumps, setMoment, watchLines } from './testing/watchers.js';

const ROUNDS = 50;
const clock = new FixedClock();
const steps = Number(process.env['PROPERTIES_STEPS'] ?? 10_000);
const seed = Number(process.env['PROPERTIES_SEED'] ?? 1);
const runs = Math.max(1, Math.ceil(steps / 2 / (ROUNDS * AT_ONCE)));
let hall: Hall;
/** One whom no departure lets in: whenever it is his turn he is skipped. */
let notLetIn: RegistrationId | undefined;

beforeAll(async () => {
  hall = await Hall.open({ clock, connections: AT_ONCE });
  hall.waiters.addRule('DEPARTURE', (_tx, _subjectId, holders) =>
    Promise.resolve(new Map(holders.filter((holder) => holder === notLetIn).map((holder) => [holder, 'nationality']))));
  hall.waiters.useZones((_tx, holders) => Promise.resolve(new Map(holders.slice(0, 1).map((holder) => [holder, 'America/St_Johns']))));
  await watchLines(hall);
});
afterAll(() => hall.database.drop());

/** Six pools at two sites whose times overlap in part, or leave too little time for the way; two of them keep places for parties. */
async function open(): Promise<Run> {
  await clear(hall);
  await hall.run((tx) => hall.travel.plan(tx, hall.conferenceId, { otherwise: MINUTES_BETWEEN, between: [] }));
  const times = [hours(9, 11, 'hall'), hours(10, 12, 'river'), hours(11, 13, 'hall'), hours(12, 14, 'river')];
  const busy = times.map((time, index) => hall.pool({ size: 1 + index, offerMinutes: 30, partyMinutes: 60 * (index % 2), busy: [time] }));
  const free = [hall.pool({ kind: 'CATEGORY', size: 5, waitlistLimit: 4, offerMinutes: 50, partyMinutes: 60 }), hall.pool({ kind: 'FORUM', size: 2, waitlistLimit: 0 })];
  const holders = await hall.holders(HOLDERS);
  notLetIn = holders.at(-1);
  return { hall, pools: await Promise.all([...busy, ...free]), holders };
}

/** Two things of one registration that staff let fall together, or that moved together with a word to whoever asked. */
async function unexplained(run: Run, known: Set<string>, steps: readonly Step[], answers: readonly unknown[]): Promise<string[]> {
  const now = (await hall.places.togetherIn(hall.database.work.reader, hall.conferenceId)).map(({ holder, one, other }) => ({ holder, pools: [one.poolId, other.poolId].sort() }));
  const told = new Set(answers.flatMap((answer) => (isRetimed(answer) ? answer.together : [])).map(({ holder, one, other }) => keyOf(holder, [one.poolId, other.poolId].sort())));
  const letIn = new Set(steps.filter(({ do: what }) => OVERRIDES.has(what)).map((step) => `${run.holders[step.who % HOLDERS] ?? ''} ${run.pools[step.pool % POOLS] ?? ''}`));
  const missing = now.filter(({ holder, pools }) => !known.has(keyOf(holder, pools)) && !told.has(keyOf(holder, pools)) && !pools.some((poolId) => letIn.has(`${holder} ${poolId}`)));
  known.clear();
  for (const { holder, pools } of now) known.add(keyOf(holder, pools));
  return missing.map(({ holder, pools }) => `registration ${holder} has ${pools.join(' and ')} together, and nobody said so`);
}

const OVERRIDES: ReadonlySet<string> = new Set(['override', 'overbook', 'acceptAnyway']);
const keyOf = (holder: string, pools: readonly string[]): string => [holder, ...pools].join(' ');
function isRetimed(answer: unknown): answer is Retimed {
  return typeof answer === 'object' && answer !== null && 'together' in answer;
}

async function keepsItsPromises(history: readonly Round[], isAllowed: () => Promise<void>): Promise<void> {
  const run = await open();
  const known = new Set<string>();
  for (const round of history) {
    clock.moveBy(round.minutes * 60_000);
    await setMoment(hall);
    const answers = await Promise.allSettled(round.steps.map((step) => perform(run, step)));
    const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    await hall.sweep.run();
    const given = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : undefined));
    const broken = [...faults, ...await unexplained(run, known, round.steps, given), ...await placesInvariants(hall.database.work.reader, clock.now()), ...await jumps(hall)];
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

  it('with staff who override, overbook and move times: what falls together is marked, and somebody was told', async () => {
    await check(fc.asyncProperty(rounds(ROUNDS, true), (history) => keepsItsPromises(history, () => Promise.resolve())));
  }, 3_600_000);

  it('without a single deadlock', async () => {
    expect(await deadlocks(hall)).toBe(0);
  });
});
