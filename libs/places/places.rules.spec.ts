import { describe, expect, it } from '@jest/globals';
import { excess, handOut, lineTakes, merged, remaining } from './places.rules.js';
import { hours } from './testing/hall.js';

const now = new Date('2026-05-12T08:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const turn = (name: string, party = 1, keptSince: Date | null = null) => ({ name, party, keptSince });
const names = (line: readonly { name: string }[]): string[] => line.map(({ name }) => name);

describe('handing out free places', () => {
  it('goes by the order of the line', () => {
    const { offered } = handOut([turn('Amara'), turn('Björk'), turn('Chen')], 2, now, 60);
    expect(names(offered)).toEqual(['Amara', 'Björk']);
  });

  it('keeps places for a party that needs more, and says from when', () => {
    const handout = handOut([turn('Amara'), turn('the Diallos', 3), turn('Chen')], 3, now, 60);
    expect(names(handout.offered)).toEqual(['Amara']);
    expect(handout.nowKeeping?.name).toBe('the Diallos');
  });

  it('keeps them no longer than the pool says; then smaller parties pass', () => {
    const line = (kept: Date) => [turn('the Diallos', 3, kept), turn('Chen'), turn('the Okafors', 2)];
    expect(names(handOut(line(minutesAgo(59)), 2, now, 60).offered)).toEqual([]);
    expect(names(handOut(line(minutesAgo(60)), 2, now, 60).offered)).toEqual(['Chen']);
  });

  it('offers to a party whose time to keep is over as soon as all of it fits', () => {
    expect(names(handOut([turn('the Diallos', 3, minutesAgo(600)), turn('Chen')], 4, now, 60).offered)).toEqual(['the Diallos', 'Chen']);
  });

  it('keeps nothing where the pool keeps nothing', () => {
    const handout = handOut([turn('the Diallos', 3), turn('Chen')], 1, now, 0);
    expect([names(handout.offered), handout.nowKeeping]).toEqual([['Chen'], undefined]);
  });

  it('hands out nothing where nothing is free, and keeps no one waiting for it', () => {
    expect(handOut([turn('the Diallos', 3)], 0, now, 60)).toEqual({ offered: [], nowKeeping: undefined });
  });
});

describe('a pool', () => {
  it('has no end where it has no size', () => {
    expect([remaining({ size: null, taken: 7 }), excess({ taken: 7 }, null)]).toEqual([null, 0]);
  });

  it('never has fewer than none left, and says how many are above a new size', () => {
    expect([remaining({ size: 5, taken: 7 }), excess({ taken: 7 }, 5), excess({ taken: 3 }, 5)]).toEqual([0, 2, 0]);
  });

  it('lets parties wait up to its limit', () => {
    const takes = (waiting: number, lineLimit: number | null, party = 1, closesAt: Date | null = null): boolean =>
      lineTakes({ waiting, lineLimit, closesAt }, new Date('2026-05-12T09:00:00Z'), party);
    expect([takes(4, 5), takes(4, 5, 2), takes(0, 0), takes(999, null)]).toEqual([true, false, false, true]);
    expect([takes(0, null, 1, new Date('2026-05-12T09:00:01Z')), takes(0, null, 1, new Date('2026-05-12T09:00:00Z'))]).toEqual([true, false]);
  });
});

describe('busy times', () => {
  it('become one where they overlap or touch, in order', () => {
    expect(merged([hours(14, 15), hours(9, 11), hours(11, 12), hours(10, 10.5)])).toEqual([hours(9, 12), hours(14, 15)]);
  });

  it('stay apart at two sites, and what begins elsewhere too early counts from the end of the one before', () => {
    expect(merged([hours(9, 11, 'hall'), hours(11, 12, 'river'), hours(10, 11, 'hall')])).toEqual([hours(9, 11, 'hall'), hours(11, 12, 'river')]);
    expect(merged([hours(9, 11, 'hall'), hours(10, 12, 'river'), hours(9.5, 10, 'river')])).toEqual([hours(9, 11, 'hall'), hours(11, 12, 'river')]);
  });

  it('vanish where they are empty', () => {
    expect(merged([hours(9, 9), hours(10, 9)])).toEqual([]);
  });
});
