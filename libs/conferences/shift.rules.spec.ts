import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateAfter, daysBetween, instantAfter, isCalendarDate } from './shift.rules.js';

const wall = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);

describe('moving times to another edition', () => {
  it('counts calendar days, over leap days too', () => {
    expect(daysBetween('2027-06-01', '2028-06-05')).toBe(370);
    expect(daysBetween('2026-06-01', '2026-05-31')).toBe(-1);
    expect(dateAfter('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('keeps the wall clock from winter into summer', () => {
    const closing = new Date('2026-03-20T22:59:00Z');
    expect(wall(closing, 'Europe/Berlin')).toBe('2026-03-20 23:59');
    const moved = instantAfter(closing, 10, 'Europe/Berlin');
    expect(wall(moved, 'Europe/Berlin')).toBe('2026-03-30 23:59');
    expect(moved.toISOString()).toBe('2026-03-30T21:59:00.000Z');
  });

  it('makes a skipped hour the one after it, and takes the first of a repeated one', () => {
    expect(instantAfter(new Date('2026-03-28T01:30:00Z'), 1, 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAfter(new Date('2026-10-24T00:30:00Z'), 1, 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('keeps the wall clock in another zone', () => {
    const moved = instantAfter(new Date('2026-06-01T01:00:00Z'), 365, 'Asia/Shanghai', 'America/Sao_Paulo');
    expect(wall(moved, 'America/Sao_Paulo')).toBe('2027-06-01 09:00');
  });

  it('comes back where nothing is skipped', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'Africa/Lagos', 'Pacific/Apia', 'UTC');
    const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });
    fc.assert(fc.property(instants, fc.integer({ min: -2_000, max: 2_000 }), zones, (instant, days, zone) => {
      expect(instantAfter(instantAfter(instant, days, zone), -days, zone)).toEqual(instant);
    }));
  });
});

it('knows dates that exist from those that do not', () => {
  for (const date of ['2026-06-01', '2028-02-29', '1999-12-31']) expect(isCalendarDate(date)).toBe(true);
  for (const text of ['2026-02-29', '2026-6-1', '2026-13-01', '0026-01-01', '2026-06-01T00:00', '', '二〇二六']) expect(isCalendarDate(text)).toBe(false);
});
