import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymousActor } from '#identity';
import { isRefusal } from '#kernel';
import type { DepartureId } from '#kernel';
import { Places, Pools } from '#places';
import { CancelBooking, DepartureOffers, Visits } from './index.js';
import { code, CoachPark, done } from './testing/coach-park.js';
import type { Delegate } from './testing/coach-park.js';

let park: CoachPark;

beforeAll(async () => { park = await CoachPark.open(); });
afterAll(() => park.close());

const standingsOf = async (delegate: Delegate) =>
  (await park.get(Places).standings(park.work.reader, [delegate.registrationId])).filter((standing) => standing.kind === 'DEPARTURE');
const figuresOf = async (id: DepartureId) => {
  const [departure] = await park.get(Visits).departures(park.work.reader, [id]);
  return (await park.get(Pools).figures(park.work.reader, [departure!.poolId])).get(departure!.poolId);
};
const cancel = (delegate: Delegate, departureId: DepartureId) =>
  park.get(CancelBooking).run(delegate.actor, { registrationId: delegate.registrationId, departureId });

describe('booking a departure', () => {
  it('never gives one person two that clash, asked 200 times at once', async () => {
    const [one, two] = [await park.departure('08:30', '17:00'), await park.departure('13:00', '18:00')];
    const delegate = await park.delegate();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => park.book(delegate, index % 2 === 0 ? one : two)));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(100);
    expect(new Set(answers.flatMap((answer) => (isRefusal(answer) ? [] : [answer.departureId]))).size).toBe(1);
    expect(await standingsOf(delegate)).toHaveLength(1);
    expect(await park.lettersTo(delegate)).toEqual(['visits.booked']);
    expect(await park.broken()).toEqual([]);
  });

  it('sells ten seats to ten of 200 contenders, and lines the others up', async () => {
    const departureId = await park.departure('19:00', '20:00', { capacity: 10 });
    const delegates = await park.delegates(200);
    const answers = await Promise.all(delegates.map((delegate) => park.book(delegate, departureId, true)));
    const outcomes = answers.map((answer) => done(answer).outcome);
    expect(outcomes.filter((outcome) => outcome === 'PLACE')).toHaveLength(10);
    expect(await figuresOf(departureId)).toMatchObject({ size: 10, taken: 10, remaining: 0, waiting: 190 });
    const positions = (await park.get(Places).standings(park.work.reader, delegates.map((one) => one.registrationId))).flatMap((standing) => standing.position ?? []);
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 190 }, (_, index) => index + 1));
    expect(await park.broken()).toEqual([]);
  }, 60_000);

  it('names departures of the visit that would fit where it clashes: free, bookable, earliest first', async () => {
    const visitId = await park.visit();
    const held = await park.departure('08:00', '12:00');
    const wanted = await park.departure('09:00', '13:00', { visitId });
    const evening = await park.departure('17:00', '20:00', { visitId });
    const afternoon = await park.departure('13:00', '16:00', { visitId });
    await park.departure('11:00', '15:00', { visitId });
    await park.departure('20:00', '22:00', { visitId, bookableUntil: '2026-01-01T00:00' });
    const full = await park.departure('12:00', '12:45', { visitId, capacity: 1 });
    done(await park.book(await park.delegate(), full));
    const delegate = await park.delegate();
    done(await park.book(delegate, held));
    expect(await park.book(delegate, wanted)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ kind: 'DEPARTURE', subjectId: held }], alternatives: [afternoon, evening] } });
  });

  it('is one seat a visit, and waiting for another departure of it is allowed', async () => {
    const visitId = await park.visit();
    const [morning, evening, full] = [
      await park.departure('06:00', '08:00', { visitId }), await park.departure('18:00', '20:00', { visitId }), await park.departure('21:00', '22:00', { visitId, capacity: 1 }),
    ];
    const [delegate, other] = [await park.delegate(), await park.delegate()];
    done(await park.book(other, full));
    done(await park.book(delegate, morning));
    expect(await park.book(delegate, evening)).toMatchObject({ refused: 'visit.already-booked', data: { departureId: morning } });
    expect(done(await park.book(delegate, full, true)).outcome).toBe('LINE');
    expect(await figuresOf(evening)).toMatchObject({ taken: 0 });
  });

  it('of two departures of one visit at once gives one', async () => {
    const visitId = await park.visit();
    const [morning, evening] = [await park.departure('06:00', '08:00', { visitId }), await park.departure('18:00', '20:00', { visitId })];
    const delegate = await park.delegate();
    await Promise.all(Array.from({ length: 40 }, (_, index) => park.book(delegate, index % 2 === 0 ? morning : evening)));
    expect(await standingsOf(delegate)).toHaveLength(1);
  });

  it('ends at its deadline, to the millisecond', async () => {
    const departureId = await park.departure('10:00', '11:00', { bookableUntil: '2026-03-10T12:00' });
    const [early, late] = [await park.delegate(), await park.delegate()];
    park.clock.moveTo(new Date('2026-03-10T03:59:59.999Z'));
    expect(code(await park.book(early, departureId))).toBeUndefined();
    park.clock.moveTo(new Date('2026-03-10T04:00:00.000Z'));
    expect(code(await park.book(late, departureId))).toBe('departure.closed');
    park.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  });

  it('is for its own account', async () => {
    const departureId = await park.departure('05:00', '06:00');
    const [delegate, stranger] = [await park.delegate(), await park.delegate()];
    expect(code(await park.book({ ...delegate, actor: stranger.actor }, departureId))).toBe('access.denied');
    expect(code(await park.book({ ...delegate, actor: anonymousActor('::1', 'en') }, departureId))).toBe('access.sign-in-needed');
    expect(code(await park.book(delegate, 'no id' as DepartureId))).toBe('departure.unknown');
  });
});

describe('cancelling', () => {
  it('hands the seat on as an offer, each step with its letter', async () => {
    const departureId = await park.departure('15:00', '16:00', { capacity: 1 });
    const [holder, waiting] = [await park.delegate(), await park.delegate('zh-Hans')];
    done(await park.book(holder, departureId));
    done(await park.book(waiting, departureId, true));
    expect(done(await cancel(holder, departureId)).was).toBe('PLACE');
    expect(await standingsOf(waiting)).toMatchObject([{ state: 'OFFERED' }]);
    expect(await park.lettersTo(holder)).toEqual(['visits.booked', 'visits.cancelled']);
    expect(await park.lettersTo(waiting)).toEqual(['visits.waitlisted']);
    expect(code(await cancel(holder, departureId))).toBe('departure.not-booked');
    expect(await park.broken()).toEqual([]);
  });

  it('is possible after the deadline for bookings, and no more once the bus has left', async () => {
    const departureId = await park.departure('16:00', '17:00', { bookableUntil: '2026-03-10T12:00' });
    const [one, two] = [await park.delegate(), await park.delegate()];
    for (const delegate of [one, two]) done(await park.book(delegate, departureId));
    park.clock.moveTo(new Date('2026-06-02T07:59:59Z'));
    expect(code(await cancel(one, departureId))).toBeUndefined();
    park.clock.moveTo(new Date('2026-06-02T08:00:00Z'));
    expect(code(await cancel(two, departureId))).toBe('departure.left');
    park.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  });
});

describe('an offered seat', () => {
  it('is not accepted beside another of the same visit, unless that is given up for it', async () => {
    const visitId = await park.visit();
    const [mine, full] = [await park.departure('06:00', '08:00', { visitId }), await park.departure('21:00', '22:00', { visitId, capacity: 1 })];
    const [delegate, other] = [await park.delegate(), await park.delegate()];
    done(await park.book(other, full));
    done(await park.book(delegate, mine));
    done(await park.book(delegate, full, true));
    done(await cancel(other, full));
    await park.work.run(async (tx) => {
      const of = await park.registrationOf(delegate);
      const offers = park.get(DepartureOffers);
      expect(await offers.mayAccept(tx, full, of, [])).toMatchObject({ refused: 'visit.already-booked', data: { departureId: mine } });
      expect(await offers.mayAccept(tx, full, of, [mine])).toBeUndefined();
      expect(await offers.seatsToLeave(tx, full, of)).toMatchObject([{ departureId: mine }]);
    });
  });
});
