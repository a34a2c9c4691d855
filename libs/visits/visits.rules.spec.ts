import { describe, expect, it } from '@jest/globals';
import { departureProblems, departureTimes, seatsProblems } from './departure.rules.js';
import { isBookable, mayBook, mayChangeHands, visitProblems } from './visits.rules.js';

const departure = { meetingPoint: { en: 'East gate' }, guideLanguages: ['en'], capacity: 40, offerMinutes: 60 };

describe('the times of a departure', () => {
  it('are meant in the conference\'s zone, and it is booked until it leaves where nothing else is said', () => {
    const startsAt = new Date('2026-06-02T00:30:00Z');
    expect(departureTimes({ startsAt: '2026-06-02T08:30', endsAt: '2026-06-02T17:00' }, 'Asia/Shanghai'))
      .toEqual({ startsAt, endsAt: new Date('2026-06-02T09:00:00Z'), bookableFrom: null, bookableUntil: startsAt, minimumBy: null });
  });

  it('may span the night in which clocks change', () => {
    expect(departureTimes({ startsAt: '2026-10-24T20:00', endsAt: '2026-10-25T08:00' }, 'Europe/Berlin'))
      .toMatchObject({ startsAt: new Date('2026-10-24T18:00:00Z'), endsAt: new Date('2026-10-25T07:00:00Z') });
  });

  it('are refused field by field', () => {
    expect(departureTimes({ startsAt: 'soon', endsAt: '2026-06-02T17:00', bookableUntil: '2026-03-29T02:30' }, 'Europe/Berlin'))
      .toEqual([{ path: 'startsAt', code: 'time.malformed' }, { path: 'bookableUntil', code: 'time.nonexistent' }]);
    expect(departureTimes({ startsAt: '2026-06-02T08:30', endsAt: '2026-06-02T17:00', bookableUntil: '2026-06-02T08:31' }, 'Asia/Shanghai'))
      .toEqual([{ path: 'bookableUntil', code: 'time.after-departure' }]);
    expect(departureTimes({ startsAt: '2026-06-02T08:30', endsAt: '2026-08-02T17:00' }, 'Asia/Shanghai')).toMatchObject([{ code: 'time.run-too-long' }]);
  });
});

describe('a departure to be added', () => {
  it('has seats, a meeting point, and languages that are languages', () => {
    const problems = (input: Parameters<typeof departureProblems>[0] & Parameters<typeof seatsProblems>[0]) => [...departureProblems(input, input.capacity), ...seatsProblems(input)];
    expect(problems(departure)).toEqual([]);
    expect(problems({ ...departure, capacity: 0, meetingPoint: {}, guideLanguages: ['en', 'english!'], waitlistLimit: -1, offerMinutes: 0, vehicle: 'Coach\u202e' }).map(({ path }) => path))
      .toEqual(['meetingPoint', 'vehicle', 'guideLanguages.1', 'capacity', 'waitlistLimit', 'offerMinutes']);
  });
});

describe('a visit to be made', () => {
  it('reaches each stop after it has left the one before', () => {
    const stop = (afterMinutes: number, stayMinutes: number) => ({ name: { en: 'Stop' }, afterMinutes, stayMinutes });
    const visit = { slug: 'dazu', title: { en: 'Dazu' } };
    expect(visitProblems({ ...visit, stops: [stop(30, 60), stop(90, 10)] })).toEqual([]);
    expect(visitProblems({ ...visit, stops: [stop(30, 60), stop(89, 10)] })).toEqual([{ path: 'stops.1.afterMinutes', code: 'too-small', data: { min: 90 } }]);
    expect(visitProblems({ ...visit, slug: 'Dazu!', stops: [] })).toEqual([{ path: 'slug', code: 'key-malformed' }]);
  });
});

describe('time', () => {
  const run = { state: 'CERTAIN' as const, startsAt: new Date(2_000), endsAt: new Date(3_000), bookableFrom: new Date(500), bookableUntil: new Date(1_000) };
  it('closes bookings at the deadline, and hands over at the start', () => {
    expect([499, 500, 999, 1_000].map((at) => isBookable(run, new Date(at)))).toEqual([false, true, true, false]);
    expect(mayBook(run, new Date(0))).toMatchObject({ refused: 'departure.not-yet' });
    expect(mayBook({ ...run, state: 'CANCELLED' }, new Date(600))).toMatchObject({ refused: 'departure.cancelled' });
    expect(mayBook(run, new Date(1_000))).toMatchObject({ refused: 'departure.closed' });
    expect([mayChangeHands(run, new Date(1_999)), mayChangeHands(run, new Date(2_000))]).toMatchObject([undefined, { refused: 'departure.left' }]);
  });
});
