import { describe, expect, it } from '@jest/globals';
import { sessionTimes } from './session-times.js';

const from = (startsAt: string, endsAt: string, timeZone: string) => sessionTimes({ startsAt, endsAt }, timeZone);

describe('the times of a session', () => {
  it('are the conference\'s own, whoever enters them and from where', () => {
    expect(from('2026-06-01T09:00', '2026-06-01T10:30', 'Asia/Shanghai'))
      .toEqual({ startsAt: new Date('2026-06-01T01:00:00Z'), endsAt: new Date('2026-06-01T02:30:00Z') });
  });

  it('span the night in which clocks go back, with the hour that it is longer', () => {
    const times = from('2026-10-25T01:30', '2026-10-25T03:30', 'Europe/Lisbon');
    expect(times).toEqual({ startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T03:30:00Z') });
  });

  it('are first or second pass of a repeated hour, as begin and end allow', () => {
    expect(from('2026-10-25T02:00', '2026-10-25T02:45', 'Europe/Berlin'))
      .toEqual({ startsAt: new Date('2026-10-25T00:00:00Z'), endsAt: new Date('2026-10-25T00:45:00Z') });
    expect(from('2026-10-25T02:45', '2026-10-25T02:15', 'Europe/Berlin'))
      .toEqual({ startsAt: new Date('2026-10-25T00:45:00Z'), endsAt: new Date('2026-10-25T01:15:00Z') });
  });

  it('cannot be in the hour that is skipped', () => {
    expect(from('2026-03-29T02:15', '2026-03-29T02:45', 'Europe/Berlin')).toEqual([
      { path: 'startsAt', code: 'time.nonexistent' }, { path: 'endsAt', code: 'time.nonexistent' }]);
    expect(from('2026-03-29T01:30', '2026-03-29T03:30', 'Europe/Berlin'))
      .toEqual({ startsAt: new Date('2026-03-29T00:30:00Z'), endsAt: new Date('2026-03-29T01:30:00Z') });
  });

  it('follow a zone whose offset changes during the conference', () => {
    // Morocco leaves summer time for Ramadan: 15 February 2026, 03:00 to 02:00.
    expect(from('2026-02-14T09:00', '2026-02-14T10:00', 'Africa/Casablanca')).toMatchObject({ startsAt: new Date('2026-02-14T08:00:00Z') });
    expect(from('2026-02-16T09:00', '2026-02-16T10:00', 'Africa/Casablanca')).toMatchObject({ startsAt: new Date('2026-02-16T09:00:00Z') });
  });

  it('are at most a day long', () => {
    expect(from('2026-06-01T09:00', '2026-06-03T09:00', 'Asia/Shanghai')).toEqual([{ path: 'endsAt', code: 'time.too-long', data: { hours: 24 } }]);
  });
});
