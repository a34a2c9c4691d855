import { describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { Standing } from '#places';
import { daysOf, wallTime } from './day.rules.js';

const holder = newId<'Registration'>();
const standing = (state: Standing['state'], ...times: readonly (readonly [string, string, string?])[]): Standing => ({
  holder, poolId: newId<'Pool'>(), kind: 'FORUM', subjectId: newId(), state, party: 1, position: null, offer: null, expiresAt: null, overridden: false,
  intervals: times.map(([from, to, site]) => ({ startsAt: new Date(from), endsAt: new Date(to), site: site ?? null })),
});
const travel = { otherwise: 15, between: [{ site: 'hall', otherSite: 'river', minutes: 40 }] };

describe('an agenda', () => {
  it('is told day by day as the venue has them, whatever day it is elsewhere', () => {
    const early = standing('CONFIRMED', ['2026-05-31T23:30:00Z', '2026-06-01T01:00:00Z']);
    const late = standing('WAITING', ['2026-06-01T15:30:00Z', '2026-06-01T16:30:00Z'], ['2026-06-02T01:00:00Z', '2026-06-02T02:00:00Z']);
    const days = daysOf([late, early], travel, 'Asia/Shanghai');
    expect(days.map(({ date, entries }) => [date, entries.map((entry) => entry.standing.state)])).toEqual([['2026-06-01', ['CONFIRMED', 'WAITING']], ['2026-06-02', ['WAITING']]]);
  });

  it('counts the gaps between what is held, and the way in them', () => {
    const days = daysOf([
      standing('CONFIRMED', ['2026-06-01T01:00:00Z', '2026-06-01T03:00:00Z', 'hall']), standing('OFFERED', ['2026-06-01T03:00:00Z', '2026-06-01T03:15:00Z', 'river']),
      standing('HELD', ['2026-06-01T03:30:00Z', '2026-06-01T05:00:00Z', 'river']), standing('CONFIRMED', ['2026-06-01T04:00:00Z', '2026-06-01T04:30:00Z', 'hall']),
      standing('CONFIRMED', ['2026-06-01T05:30:00Z', '2026-06-01T06:00:00Z', 'elsewhere']), standing('CONFIRMED', ['2026-06-01T06:30:00Z', '2026-06-01T07:00:00Z']),
      standing('CONFIRMED', ['2026-06-02T01:00:00Z', '2026-06-02T03:00:00Z', 'hall']),
    ], travel, 'Asia/Shanghai');
    expect(days.map(({ entries }) => entries.map(({ gapBefore }) => gapBefore))).toEqual([
      [null, null, { minutes: 30, travelMinutes: 40 }, { minutes: -60, travelMinutes: 40 }, { minutes: 30, travelMinutes: 15 }, { minutes: 30, travelMinutes: 0 }], [null],
    ]);
  });

  it('counts minutes and not hands of the clock in the night in which they change', () => {
    const [day] = daysOf([
      standing('CONFIRMED', ['2026-10-24T23:00:00Z', '2026-10-25T00:30:00Z']), standing('CONFIRMED', ['2026-10-25T02:00:00Z', '2026-10-25T03:00:00Z']),
    ], travel, 'Europe/Berlin');
    expect([day?.date, day?.entries[1]?.gapBefore?.minutes]).toEqual(['2026-10-25', 90]);
    expect([wallTime(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin'), wallTime(new Date('2026-10-25T02:00:00Z'), 'Europe/Berlin')])
      .toEqual([{ at: '2026-10-25T02:30', offset: '+02:00' }, { at: '2026-10-25T03:00', offset: '+01:00' }]);
  });
});

describe('an hour in Chongqing', () => {
  const opening = new Date('2026-03-21T01:30:00Z');
  it('is another one on other walls, also half past and on another day', () => {
    expect(['Asia/Shanghai', 'America/St_Johns', 'Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Kiritimati'].map((zone) => wallTime(opening, zone))).toEqual([
      { at: '2026-03-21T09:30', offset: '+08:00' }, { at: '2026-03-20T23:00', offset: '-02:30' }, { at: '2026-03-21T01:30', offset: '+00:00' },
      { at: '2026-03-21T07:15', offset: '+05:45' }, { at: '2026-03-21T15:30', offset: '+14:00' },
    ]);
  });

  it('moves on the reader’s wall where clocks change there during the conference', () => {
    const sameHour = [0, 1, 2].map((days) => new Date(opening.getTime() + days * 86_400_000));
    expect(sameHour.map((at) => wallTime(at, 'Africa/Casablanca').at.slice(11))).toEqual(['01:30', '01:30', '02:30']);
    expect([7, 8].map((day) => wallTime(new Date(`2026-03-0${day}T13:00:00Z`), 'America/St_Johns').at.slice(11))).toEqual(['09:30', '10:30']);
  });
});
