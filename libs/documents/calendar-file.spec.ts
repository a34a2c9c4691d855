import { describe, expect, it } from '@jest/globals';
import { calendarFile, calendarUid } from './calendar-file.js';
import type { CalendarEntry } from './calendar-file.js';

const entry: CalendarEntry = {
  uid: 'session-1@huiguan.example', sequence: 2, startsAt: new Date('2026-06-01T01:30:00Z'), endsAt: new Date('2026-06-01T03:00:00Z'),
  title: '开幕式, speeches; music', place: 'Great Hall, Chongqing', changedAt: new Date('2026-05-01T00:00:00Z'),
};
const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar file', () => {
  it('says when in UTC, and escapes what has a meaning in the format', () => {
    const lines = unfolded(calendarFile({ name: 'Programme', entries: [entry] }));
    expect(lines).toEqual(expect.arrayContaining([
      'UID:session-1@huiguan.example', 'SEQUENCE:2', 'DTSTART:20260601T013000Z', 'DTEND:20260601T030000Z', 'DTSTAMP:20260501T000000Z',
      'SUMMARY:开幕式\\, speeches\\; music', 'LOCATION:Great Hall\\, Chongqing', 'STATUS:CONFIRMED',
    ]));
    expect(lines.some((line) => line.startsWith('METHOD'))).toBe(false);
  });

  it('has lines of at most 75 octets, cut between characters', () => {
    const file = calendarFile({ name: 'Programme', entries: [{ ...entry, title: '中国侨商合作发展大会'.repeat(12) }] });
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(`SUMMARY:${'中国侨商合作发展大会'.repeat(12)}`);
  });

  it('keeps what was cancelled, and marks it', () => {
    expect(unfolded(calendarFile({ name: 'Programme', entries: [{ ...entry, isCancelled: true }] }))).toContain('STATUS:CANCELLED');
  });

  it('names its method and organiser where it comes by mail', () => {
    const lines = unfolded(calendarFile({ name: 'Visit', method: 'CANCEL', organiser: { name: 'Host', email: 'no-reply@huiguan.example' }, entries: [entry] }));
    expect(lines).toContain('METHOD:CANCEL');
    expect(lines).toContain('ORGANIZER;CN="Host":mailto:no-reply@huiguan.example');
  });

  it('is the same bytes for the same contents', () => {
    expect(calendarFile({ name: 'Programme', entries: [entry], refreshMinutes: 60 })).toBe(calendarFile({ name: 'Programme', entries: [entry], refreshMinutes: 60 }));
  });
});

describe('the name of an entry', () => {
  it('is bound to the host people know, and stable', () => {
    expect(calendarUid('session', 'abc', 'https://conference.example.org:8443')).toBe('session-abc@conference.example.org');
  });
});
