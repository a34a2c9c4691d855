import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { homeZone } from './home-zone.js';
import { offerEnd } from './offer-end.js';

const at = (text: string): Date => new Date(text);
const end = (now: string, minutes: number, zone?: string, startsAt?: string): string =>
  offerEnd(at(now), minutes, { zone, startsAt: startsAt === undefined ? null : at(startsAt) }).toISOString();

describe('an offer ends', () => {
  it('after its minutes by the clock where nothing is known of its reader', () => {
    expect(end('2026-05-12T08:00:00Z', 90)).toBe('2026-05-12T09:30:00.000Z');
  });

  it('after its minutes of the reader’s day, which begins at eight and ends at eight', () => {
    expect(end('2026-05-12T04:00:00Z', 90, 'Asia/Shanghai')).toBe('2026-05-12T05:30:00.000Z');
    expect(end('2026-05-12T11:30:00Z', 90, 'Asia/Shanghai')).toBe('2026-05-13T01:00:00.000Z');
    expect(end('2026-05-12T17:00:00Z', 90, 'Asia/Shanghai')).toBe('2026-05-13T01:30:00.000Z');
    expect(end('2026-05-12T12:00:00Z', 1_440, 'Asia/Shanghai')).toBe('2026-05-14T12:00:00.000Z');
  });

  it('on each reader’s own clock: half an hour off in St John’s', () => {
    expect(end('2026-05-12T21:00:00Z', 60, 'America/St_Johns')).toBe('2026-05-12T22:00:00.000Z');
    expect(end('2026-05-12T22:00:00Z', 60, 'America/St_Johns')).toBe('2026-05-13T11:00:00.000Z');
    expect(end('2026-05-12T22:00:00Z', 60, 'Africa/Casablanca')).toBe('2026-05-13T08:00:00.000Z');
  });

  it('by the clock on the wall where it changes in the night: Casablanca at the end of Ramadan 2026, and Berlin', () => {
    expect(end('2026-03-21T19:00:00Z', 120, 'Africa/Casablanca')).toBe('2026-03-22T08:00:00.000Z');
    expect(end('2026-03-28T18:30:00Z', 60, 'Europe/Berlin')).toBe('2026-03-29T06:30:00.000Z');
    expect(end('2026-10-24T17:30:00Z', 60, 'Europe/Berlin')).toBe('2026-10-25T07:30:00.000Z');
  });

  it('as the last day before the thing begins, and in that day by the clock', () => {
    expect(end('2026-05-12T11:00:00Z', 120, 'Asia/Shanghai', '2026-05-13T14:00:00Z')).toBe('2026-05-12T14:00:00.000Z');
    expect(end('2026-05-12T16:00:00Z', 60, 'Asia/Shanghai', '2026-05-13T00:00:00Z')).toBe('2026-05-12T17:00:00.000Z');
  });

  it('never sooner than by the clock, and without hurry within the reader’s day', () => {
    const zones = ['Asia/Shanghai', 'America/St_Johns', 'Africa/Casablanca', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Kiritimati'];
    fc.assert(fc.property(fc.integer({ min: 0, max: 366 * 1_440 }), fc.integer({ min: 1, max: 4_000 }), fc.constantFrom(...zones), (minute, minutes, zone) => {
      const now = new Date(Date.UTC(2026, 0, 1, 0, minute));
      const ends = offerEnd(now, minutes, { zone });
      expect(ends.getTime() - now.getTime()).toBeGreaterThanOrEqual(minutes * 60_000);
      const wall = Temporal.Instant.fromEpochMilliseconds(ends.getTime()).toZonedDateTimeISO(zone).toPlainTime();
      expect(Temporal.PlainTime.compare(wall, '08:00') > 0 && Temporal.PlainTime.compare(wall, '20:00') <= 0).toBe(true);
    }));
  });
});

describe('someone lives', () => {
  it('in the country of residence; of several zones, in that where most people live', () => {
    expect(['CN', 'MA', 'CA', 'RU', 'NP', 'TW'].map((country) => homeZone(country, 'en-GB')))
      .toEqual(['Asia/Shanghai', 'Africa/Casablanca', 'America/Toronto', 'Europe/Moscow', expect.stringMatching(/^Asia\/Kat/), 'Asia/Taipei']);
  });

  it('else where the language tag says, if it does', () => {
    expect([homeZone(null, 'fr-MA'), homeZone(null, 'zh-Hans-CN'), homeZone(null, 'fr'), homeZone(null, 'no tag'), homeZone('ZZ', null)])
      .toEqual(['Africa/Casablanca', 'Asia/Shanghai', undefined, undefined, undefined]);
  });

  it('in zones that the runtime knows, whatever the country', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const zones = letters.flatMap((one) => letters.map((other) => homeZone(one + other, null))).filter((zone) => zone !== undefined);
    expect(zones.length).toBeGreaterThan(200);
    for (const zone of new Set(zones)) expect(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)).not.toThrow();
  });
});
