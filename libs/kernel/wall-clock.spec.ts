import { describe, expect, it } from '@jest/globals';
import { endInstantOf, instantOf, instantsOf, wallDate } from './wall-clock.js';

const iso = (answer: Date | string): string => (answer instanceof Date ? answer.toISOString() : answer);

describe('a wall-clock time in a zone', () => {
  it('means one instant on an ordinary day, whatever the zone of this machine', () => {
    expect(iso(instantOf('2026-06-01T09:30', 'Asia/Shanghai'))).toBe('2026-06-01T01:30:00.000Z');
    expect(iso(instantOf('2026-06-01T09:30', 'America/St_Johns'))).toBe('2026-06-01T12:00:00.000Z');
    expect(iso(instantOf('2026-06-01T09:30:15', 'Asia/Kathmandu'))).toBe('2026-06-01T03:45:15.000Z');
  });

  it('means nothing in the hour that is skipped when clocks go forward', () => {
    expect(instantsOf('2026-03-29T02:30', 'Europe/Berlin')).toEqual([]);
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('time.nonexistent');
    expect(endInstantOf('2026-03-29T02:30', 'Europe/Berlin', new Date('2026-03-29T00:00:00Z'))).toBe('time.nonexistent');
  });

  it('means the first pass of the hour that is repeated when clocks go back', () => {
    expect(instantsOf('2026-10-25T02:30', 'Europe/Berlin')?.map(iso)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(iso(instantOf('2026-10-25T02:30', 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('takes the second pass for an end that would lie before its start', () => {
    const start = new Date('2026-10-25T00:45:00Z');
    expect(iso(endInstantOf('2026-10-25T02:30', 'Europe/Berlin', start))).toBe('2026-10-25T01:30:00.000Z');
    expect(endInstantOf('2026-10-25T01:30', 'Europe/Berlin', start)).toBe('time.not-after-start');
  });

  it('knows the zone whose offset falls during Ramadan', () => {
    expect(iso(instantOf('2026-02-10T09:00', 'Africa/Casablanca'))).toBe('2026-02-10T08:00:00.000Z');
    expect(iso(instantOf('2026-02-20T09:00', 'Africa/Casablanca'))).toBe('2026-02-20T09:00:00.000Z');
  });

  it.each(['2026-06-01', '2026-06-01 09:30', '2026-06-01T09:30Z', '2026-06-01T09:30+08:00', '2026-02-30T09:30', '2026-06-01T25:00'])('does not take %s', (text) => {
    expect(instantOf(text, 'Asia/Shanghai')).toBe('time.malformed');
  });

  it('does not take an unknown zone', () => {
    expect(instantOf('2026-06-01T09:30', 'Mars/Olympus')).toBe('time.malformed');
  });
});

describe('the date on the wall', () => {
  it('is the conference\'s, not the reader\'s', () => {
    expect(wallDate(new Date('2026-06-01T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-06-02');
    expect(wallDate(new Date('2026-06-01T17:00:00Z'), 'America/St_Johns')).toBe('2026-06-01');
  });
});
