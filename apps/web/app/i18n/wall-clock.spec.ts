import { describe, expect, it } from '@jest/globals';
import { daysBetween, wallClock } from './wall-clock.js';

describe('the clock on the wall', () => {
  it.each([
    ['2026-06-01T01:30:00Z', 'Asia/Shanghai', '2026-06-01T09:30'],
    ['2026-06-01T01:30:00Z', 'America/St_Johns', '2026-05-31T23:00'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Paris', '2026-03-29T03:00'],
  ])('%s in %s shows %s', (instant, zone, shown) => {
    expect(wallClock(instant, zone)).toBe(shown);
  });

  it('counts days over the end of a month', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });
});
