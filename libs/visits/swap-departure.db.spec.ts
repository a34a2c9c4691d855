import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal, newId } from '#kernel';
import type { DepartureId } from '#kernel';
import { ExpireOffers, Pools } from '#places';
import { ConfirmBooking, TellHoldExpired } from './index.js';
import type { PartyToBook } from './index.js';
import { code, done } from './testing/coach-park.js';
import type { CoachPark, Delegate } from './testing/coach-park.js';
import { RESET, TicketCounter } from './testing/ticket-counter.js';

let counter: TicketCounter;
let park: CoachPark;

beforeAll(async () => {
  counter = await TicketCounter.open();
  park = counter.park;
});
afterAll(() => park.close());

describe('swapping', () => {
  it('takes the new seats, gives up the old ones and says so in one letter; again it changes nothing', async () => {
    const visitId = await park.visit({ mostCompanions: 2 });
    const [from, to] = [await park.departure('06:00', '08:00', { visitId, capacity: 2 }), await park.departure('07:00', '09:00', { visitId, capacity: 2 })];
    const [delegate, waiting] = [await park.delegate(), await park.delegate()];
    done(await counter.bookParty(delegate, from, { companions: [{ names: { latinFamily: 'Okafor', latinGiven: 'Chidi' } }] }));
    done(await park.book(waiting, from, true));
    done(await counter.swap(delegate, from, to));
    done(await counter.swap(delegate, from, to));
    expect(await counter.seatsOf(delegate)).toEqual([{ subjectId: to, state: 'CONFIRMED', party: 2 }]);
    expect(await counter.seatsOf(waiting)).toMatchObject([{ subjectId: from, state: 'OFFERED' }]);
    expect(await park.lettersTo(delegate)).toEqual(['visits.booked', 'visits.swapped']);
    expect(await park.query('SELECT latin_name FROM companion WHERE departure_id = $1', [to])).toEqual([{ latin_name: 'Chidi Okafor' }]);
    expect(await park.broken()).toEqual([]);
  });

  it('is refused with what stands in the way, and the old seat stays', async () => {
    const visitId = await park.visit();
    const from = await park.departure('06:00', '08:00', { visitId });
    const [clashing, full, closed, fits] = [
      await park.departure('12:00', '14:00', { visitId }), await park.departure('16:00', '17:00', { visitId, capacity: 1 }),
      await park.departure('18:00', '19:00', { visitId, bookableUntil: '2026-01-01T00:00' }), await park.departure('07:00', '09:00', { visitId }),
    ];
    const elsewhere = await park.departure('13:00', '15:00');
    const [delegate, other] = [await park.delegate(), await park.delegate()];
    for (const id of [from, elsewhere]) done(await park.book(delegate, id));
    done(await park.book(other, full));
    expect(await counter.swap(delegate, from, clashing)).toMatchObject({ refused: 'agenda.clash', data: { with: [{ subjectId: elsewhere }], alternatives: [fits] } });
    expect(code(await counter.swap(delegate, from, full))).toBe('places.full');
    expect(code(await counter.swap(delegate, from, closed))).toBe('departure.closed');
    expect(code(await counter.swap(delegate, fits, clashing))).toBe('departure.not-booked');
    expect(code(await counter.swap({ ...delegate, actor: other.actor }, from, fits))).toBe('access.denied');
    expect(code(await counter.swap(delegate, from, elsewhere))).toBe('places.already');
    expect(await counter.seatsOf(delegate)).toMatchObject([{ subjectId: from }, { subjectId: elsewhere }]);
    expect(await park.broken()).toEqual([]);
  });

  it('in a ring of three full departures is refused to all; with one seat to spare everybody moves, and nobody is ever without', async () => {
    const visitId = await park.visit();
    const ring = await Promise.all(['06:00', '07:00', '07:30'].map((from) => park.departure(from, '08:00', { visitId, capacity: 1 })));
    const people = await park.delegates(3);
    const at = (index: number): DepartureId => ring[index % 3] ?? never();
    for (const [index, one] of people.entries()) done(await park.book(one, at(index)));
    const full = await Promise.all(people.map((one, index) => counter.swap(one, at(index), at(index + 1))));
    expect(full.map((answer) => code(answer))).toEqual(['places.full', 'places.full', 'places.full']);
    await park.work.run(async (tx) => { await park.get(Pools).configure(tx, (await counter.departureOf(at(0))).poolId, { size: 2 }); });
    for (let round = 0; round < 10; round += 1) {
      const where = await Promise.all(people.map(async (one) => ring.indexOf((await counter.seatsOf(one))[0]?.subjectId as DepartureId)));
      await Promise.all(people.map((one, index) => counter.swap(one, at(where[index] ?? 0), at((where[index] ?? 0) + 1))));
      expect((await Promise.all(people.map((one) => counter.seatsOf(one)))).map((seats) => seats.length)).toEqual([1, 1, 1]);
    }
    expect(await park.broken()).toEqual([]);
  });

  it('of one seat among twenty contenders gives it to one, and the others keep theirs', async () => {
    const visitId = await park.visit();
    const [from, to] = [await park.departure('06:00', '08:00', { visitId, capacity: 20 }), await park.departure('07:00', '09:00', { visitId, capacity: 1 })];
    const people = await park.delegates(20);
    await Promise.all(people.map(async (one) => { done(await park.book(one, from)); }));
    const answers = await Promise.all(people.map((one) => counter.swap(one, from, to)));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect([(await counter.figuresOf(from))?.taken, (await counter.figuresOf(to))?.taken]).toEqual([19, 1]);
    expect(await park.broken()).toEqual([]);
  });
});

describe('a party', () => {
  it('of three waits while two seats are free, keeps its turn, and is offered all three at once', async () => {
    const visitId = await park.visit({ mostCompanions: 2 });
    const departureId = await park.departure('06:00', '08:00', { visitId, capacity: 3 });
    const [early, family, single] = await park.delegates(3);
    if (early === undefined || family === undefined || single === undefined) throw new Error('too few');
    done(await park.book(early, departureId));
    expect(done(await counter.bookParty(family, departureId, { companions: [{}, {}] })).bookings).toMatchObject([{ outcome: 'LINE' }]);
    expect(done(await park.book(single, departureId, true)).outcome).toBe('LINE');
    expect([await counter.seatsOf(family), await counter.seatsOf(single)]).toMatchObject([[{ state: 'WAITING', party: 3 }], [{ state: 'WAITING' }]]);
    done(await counter.swap(early, departureId, await park.departure('06:00', '08:00', { visitId })));
    expect([await counter.seatsOf(family), await counter.seatsOf(single)]).toMatchObject([[{ state: 'OFFERED', party: 3 }], [{ state: 'WAITING' }]]);
    expect(await park.broken()).toEqual([]);
  });

  it('of several registrations is booked whole or not at all, and does not wait as one', async () => {
    const departureId = await park.departure('06:00', '08:00', { capacity: 2 });
    const [head, stranger] = [await park.delegate(), await park.delegate()];
    const [second, third] = [await park.another(head), await park.another(head)];
    const travellers = [head, second, third].map(({ registrationId }) => ({ registrationId }));
    expect(code(await counter.bookParty(head, departureId, { travellers }))).toBe('places.full');
    expect([await counter.figuresOf(departureId), await park.lettersTo(head)]).toMatchObject([{ taken: 0, waiting: 0 }, []]);
    expect(code(await counter.bookParty(head, departureId, { travellers: [...travellers.slice(0, 1), { registrationId: stranger.registrationId }] }))).toBe('access.denied');
    expect(await counter.figuresOf(departureId)).toMatchObject({ taken: 0 });
    expect(done(await counter.bookParty(head, departureId, { travellers: travellers.slice(0, 2) })).bookings).toHaveLength(2);
    expect([await counter.figuresOf(departureId), await park.lettersTo(second)]).toMatchObject([{ taken: 2 }, ['visits.booked']]);
    expect(await park.broken()).toEqual([]);
  });

  it('of overlapping registrations, asked for by many at once, is booked once', async () => {
    const departureId = await park.departure('06:00', '08:00', { capacity: 10 });
    const head = await park.delegate();
    const all = [head, await park.another(head), await park.another(head)].map(({ registrationId }) => ({ registrationId }));
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => counter.bookParty(head, departureId, { travellers: index % 2 === 0 ? all : all.toReversed() })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(await counter.figuresOf(departureId)).toMatchObject({ taken: 3 });
    expect(await park.broken()).toEqual([]);
  });

  it('brings along as many as the visit allows, by name where the site asks', async () => {
    const strict = await park.departure('06:00', '08:00', { visitId: await park.visit({ mostCompanions: 1, nationalityRule: 'EXCEPT', nationalities: ['AQ'], minimumAge: 12 }) });
    const papers = await park.departure('06:00', '08:00', { visitId: await park.visit({ mostCompanions: 1, identityNeeds: ['TRAVEL_DOCUMENT'], identityHours: 0 }) });
    const delegate = await park.delegate('en', { nationality: 'NG' });
    const travellers = [{ registrationId: delegate.registrationId, bornOn: '1980-06-02' }];
    const child = { names: { latinFamily: 'Okafor', latinGiven: 'Ada' }, nationality: 'NG', bornOn: '2014-06-02' };
    const book = (companions: PartyToBook['companions']) => counter.bookParty(delegate, strict, { travellers, companions });
    expect(code(await book([child, child]))).toBe('visit.too-many-companions');
    // Whoever is booked by number is asked later; whoever is named is asked now.
    expect(code(await book([{ names: child.names }]))).toBe('visit.nationality-unknown');
    expect(code(await book([{ ...child, nationality: 'AQ' }]))).toBe('visit.nationality-not-admitted');
    expect(code(await book([{ ...child, bornOn: '2014-06-03' }]))).toBe('visit.too-young');
    expect(code(await book([{ ...child, bornOn: '2014-02-30' }]))).toBe('input.invalid');
    expect(code(await counter.bookParty(delegate, papers, { companions: [child] }))).toBe('visit.companions-register');
    expect(done(await book([child])).bookings).toMatchObject([{ outcome: 'PLACE' }]);
  });
});

describe('a hold', () => {
  it('keeps the seat until it is confirmed, or ends and goes to the next with a letter', async () => {
    const departureId = await park.departure('06:00', '08:00', { capacity: 1 });
    const [slow, waiting] = [await park.delegate(), await park.delegate()];
    const confirm = (delegate: Delegate) => park.get(ConfirmBooking).run(delegate.actor, { registrationId: delegate.registrationId, departureId });
    expect(code(await counter.bookParty(slow, departureId, { holdMinutes: 61 }))).toBe('input.invalid');
    done(await counter.bookParty(slow, departureId, { holdMinutes: 30 }));
    done(await park.book(waiting, departureId, true));
    park.clock.moveTo(new Date(RESET.getTime() + 29 * 60_000));
    expect(await park.get(ExpireOffers).run()).toBe(0);
    park.clock.moveTo(new Date(RESET.getTime() + 30 * 60_000));
    expect(code(await confirm(slow))).toBe('departure.not-held');
    expect(await park.get(ExpireOffers).run()).toBe(1);
    expect([await counter.seatsOf(slow), await counter.seatsOf(waiting)]).toMatchObject([[], [{ state: 'OFFERED' }]]);
    const hold = { placeId: newId<'Place'>(), holder: slow.registrationId, poolId: (await counter.departureOf(departureId)).poolId };
    // A worker that is killed after its commit does the job again.
    for (let times = 0; times < 2; times += 1) await park.get(TellHoldExpired).run(hold);
    expect(await park.lettersTo(slow)).toEqual(['visits.held', 'visits.hold-expired']);
    park.clock.moveTo(RESET);
    const other = await park.departure('10:00', '12:00');
    done(await counter.bookParty(slow, other, { holdMinutes: 30 }));
    const again = () => park.get(ConfirmBooking).run(slow.actor, { registrationId: slow.registrationId, departureId: other });
    done(await again());
    done(await again());
    expect(await counter.seatsOf(slow)).toEqual([{ subjectId: other, state: 'CONFIRMED', party: 1 }]);
    expect(await park.broken()).toEqual([]);
  });
});

function never(): never {
  throw new Error('there is none');
}
