import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExpireOffers, lineClosed } from '#places';
import { TellLineClosed } from './index.js';
import { Day } from './testing/day.js';
import type { Delegate } from './testing/day.js';

let day: Day;
let seated: Delegate;
let waiting: Delegate;
let waitlisted: Delegate;

beforeAll(async () => {
  day = await Day.open();
  await day.category('guest', { capacity: 0, waitlistLimit: 5 });
  [seated, waiting, waitlisted] = [await day.delegate(), await day.delegate(), await day.delegate('guest')];
  const [bus] = await day.departures(['18:00', '20:00']);
  if (bus === undefined) throw new Error('no bus');
  const forum = await day.forum('10:00', '11:00');
  for (const who of [seated, waiting]) {
    await day.choose(who, forum);
    await day.book(who, bus);
  }
});
afterAll(async () => {
  expect(await day.broken()).toEqual([]);
  await day.close();
});

/** It is that time of 1 June in Chongqing; the sweep comes by, and the worker twice. */
async function at(time: string): Promise<void> {
  day.clock.moveTo(new Date(`2026-06-01T${time}+08:00`));
  await day.get(ExpireOffers).run();
  for (let round = 0; round < 2; round += 1) for (const turn of await day.factsOf(lineClosed)) await day.get(TellLineClosed).run(turn);
}
const told = async (who: Delegate): Promise<number> => (await day.lettersTo(who)).filter((kind) => kind === 'agenda.line-closed').length;
const standing = async (who: Delegate): Promise<string[]> => Object.values(await day.standings(who)).sort();

describe('whoever waits in vain', () => {
  it('is told once and let go: for a category as the day begins, with the registration', async () => {
    day.clock.moveTo(new Date('2026-05-31T23:59:59+08:00'));
    await day.get(ExpireOffers).run();
    expect(await day.stateOf(waitlisted)).toBe('WAITLISTED');
    await at('00:00');
    expect([await day.stateOf(waitlisted), await told(waitlisted)]).toEqual(['CANCELLED', 1]);
    expect([await standing(waiting), await told(waiting)]).toEqual([['WAITING', 'WAITING'], 0]);
  });

  it('for a forum when it is over, for a bus when it has left, and keeps the rest', async () => {
    await at('10:59');
    expect(await standing(waiting)).toEqual(['WAITING', 'WAITING']);
    await at('11:00');
    expect([await standing(waiting), await told(waiting)]).toEqual([['WAITING'], 1]);
    await at('18:00');
    expect([await standing(waiting), await told(waiting), await day.stateOf(waiting)]).toEqual([[], 2, 'CONFIRMED']);
    expect([await standing(seated), await told(seated)]).toEqual([['CONFIRMED', 'CONFIRMED'], 0]);
  });
});
