import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import { isRefusal } from '#kernel';
import type { DepartureId } from '#kernel';
import { letterOf } from '#mail';
import { LinkTokens } from '#platform';
import { ALTERNATIVES_LINK } from './alternatives-purpose.js';
import { CancelDeparture, ChangeDeparture, DecideMinimum, DepartureAlternatives, SwapDeparture } from './index.js';
import { code, done } from './testing/coach-park.js';
import type { CoachPark } from './testing/coach-park.js';
import { RESET, TicketCounter } from './testing/ticket-counter.js';

let counter: TicketCounter;
let park: CoachPark;

beforeAll(async () => {
  counter = await TicketCounter.open();
  park = counter.park;
});
afterAll(() => park.close());

describe('a departure that is cancelled', () => {
  it('frees every seat, turn and offer, tells each once in their language, and offers what fits in one link', async () => {
    const visitId = await park.visit({ mostCompanions: 1 });
    const [gone, instead] = [await park.departure('06:00', '08:00', { visitId, capacity: 2 }), await park.departure('07:00', '09:00', { visitId, capacity: 2 })];
    const [booked, waits] = [await park.delegate('zh-Hans'), await park.delegate()];
    done(await counter.bookParty(booked, gone, { companions: [{ names: { latinFamily: 'Lin', latinGiven: 'Mei' } }] }));
    done(await park.book(waits, gone, true));
    expect(done(await counter.cancel(gone))).toMatchObject({ concerned: 2 });
    expect(await counter.figuresOf(gone)).toMatchObject({ taken: 0, waiting: 0, size: 0 });
    expect([await counter.seatsOf(booked), await counter.seatsOf(waits)]).toEqual([[], []]);
    expect(await park.query("SELECT 1 FROM outbox WHERE name = 'places.offered' AND payload->>'offerId' IN (SELECT id::text FROM offer WHERE pool_id = $1)", [(await counter.departureOf(gone)).poolId])).toEqual([]);
    await counter.tellAll();
    expect([await park.lettersTo(booked), await park.lettersTo(waits)]).toEqual([['visits.booked', 'visits.departure-cancelled'], ['visits.waitlisted', 'visits.departure-cancelled']]);
    const [letter] = await counter.lettersOf(booked, 'visits.departure-cancelled');
    expect(letter).toMatchObject({ locale: 'zh-Hans', props: { was: 'PLACE', reason: { 'zh-Hans': '道路封闭。' } } });
    expect([code(await park.book(waits, gone, true)), code(await counter.cancel(gone))]).toEqual(['departure.cancelled', 'departure.cancelled']);
    const token = park.get(LinkTokens).linkToken(ALTERNATIVES_LINK, String(letter?.props['toldId']));
    const nobody = { ...waits.actor, kind: 'ANONYMOUS' as const, accountId: null };
    const found = done(await park.get(DepartureAlternatives).run(nobody, { departureId: gone, token }));
    expect(found).toMatchObject({ registrationId: booked.registrationId, party: 2, stillBooked: false, alternatives: [instead] });
    expect(code(await park.get(DepartureAlternatives).run(nobody, { departureId: instead, token }))).toBe('link.unknown');
    done(await park.get(SwapDeparture).run(nobody, { fromDepartureId: gone, toDepartureId: instead, token }));
    expect(await counter.seatsOf(booked)).toEqual([{ subjectId: instead, state: 'CONFIRMED', party: 2 }]);
    expect(code(await counter.swap(waits, gone, instead))).toBe('departure.not-booked');
    expect(await park.broken()).toEqual([]);
  });

  it('while twenty more book it at once: whoever got a seat lost it again and is told, nobody has one left', async () => {
    const departureId = await park.departure('06:00', '08:00', { capacity: 15 });
    const people = await park.delegates(20);
    const answers = await Promise.all([...people.map((one) => park.book(one, departureId, true)), counter.cancel(departureId)]);
    const taken = people.filter((_, index) => !isRefusal(answers[index] ?? never()));
    await counter.tellAll();
    expect(await counter.figuresOf(departureId)).toMatchObject({ taken: 0, waiting: 0 });
    for (const one of people) {
      expect(await counter.seatsOf(one)).toEqual([]);
      expect((await park.lettersTo(one)).filter((kind) => kind === 'visits.departure-cancelled')).toHaveLength(taken.includes(one) ? 1 : 0);
    }
    expect(await park.broken()).toEqual([]);
  });
});

describe('a departure that is changed', () => {
  const change = async (id: DepartureId, changes: object) => park.get(ChangeDeparture).run(systemActor, { id, version: (await counter.departureOf(id)).version, ...changes });

  it('re-times those who have a seat, tells everybody what was and is, names who clashes, and is silent about what nobody sees', async () => {
    const departureId = await park.departure('06:00', '08:00', { capacity: 2 });
    const later = await park.departure('10:00', '12:00');
    const [free, busy, waits] = await park.delegates(3);
    if (free === undefined || busy === undefined || waits === undefined) throw new Error('too few');
    for (const one of [free, busy]) done(await park.book(one, departureId));
    done(await park.book(busy, later));
    done(await park.book(waits, departureId, true));
    expect(done(await change(departureId, { startsAt: '2026-06-02T11:00', endsAt: '2026-06-02T13:00', vehicles: [{ name: 'Coach 7', plate: '渝A·12345', seats: 40 }] })).clashing).toEqual([busy.registrationId]);
    expect(await counter.departureOf(departureId)).toMatchObject({ version: 2, vehicle: 'Coach 7 (渝A·12345)', startsAt: new Date('2026-06-02T03:00:00Z') });
    done(await change(departureId, { guideName: 'Zhou Min' }));
    await counter.tellAll();
    for (const one of [free, busy, waits]) expect((await park.lettersTo(one)).filter((kind) => kind === 'visits.departure-changed')).toHaveLength(1);
    const [letter] = await counter.lettersOf(busy, 'visits.departure-changed');
    expect(letter?.props).toMatchObject({ clashes: true, was: 'PLACE', before: { startsAt: '2026-06-01T22:00:00.000Z', vehicle: 'Coach 3' }, departure: { startsAt: '2026-06-02T03:00:00.000Z' } });
    expect((await counter.lettersOf(waits, 'visits.departure-changed'))[0]?.props).toMatchObject({ was: 'LINE', clashes: false });
    expect(code(await park.get(ChangeDeparture).run(systemActor, { id: departureId, version: 1, guideName: 'Late' }))).toBe('departure.changed-meanwhile');
    expect(code(await change(departureId, { endsAt: '2026-06-02T10:00' }))).toBe('input.invalid');
    expect(code(await park.get(ChangeDeparture).run(free.actor, { id: departureId, version: 3, guideName: 'Mine' }))).toBe('access.denied');
    expect(await park.broken()).toEqual([]);
  });
});

describe('a minimum', () => {
  const decideByTwo = async () => (await Promise.all([0, 1, 0, 1].map(() => park.get(DecideMinimum).run()))).reduce((sum, n) => sum + n, 0);

  it('is counted once when its day comes, by several workers at once, late where they were down: kept or cancelled, each told once', async () => {
    const plan = { minimum: 2, minimumBy: '2026-03-10T12:00' };
    const [enough, tooFew, open] = [await park.departure('06:00', '08:00', plan), await park.departure('10:00', '12:00', plan), await park.departure('14:00', '15:00', { ...plan, minimumBy: '2026-05-01T12:00' })];
    const [one, two] = [await park.delegate(), await park.delegate()];
    for (const delegate of [one, two]) done(await park.book(delegate, enough));
    done(await park.book(one, tooFew));
    done(await counter.bookParty(two, tooFew, { holdMinutes: 60 }));
    expect(await decideByTwo()).toBe(0);
    park.clock.moveTo(new Date('2026-03-12T00:00:00Z'));
    expect(await decideByTwo()).toBe(2);
    expect(await decideByTwo()).toBe(0);
    expect([(await counter.departureOf(enough)).state, (await counter.departureOf(tooFew)).state, (await counter.departureOf(open)).state]).toEqual(['CERTAIN', 'CANCELLED', 'PLANNED']);
    await counter.tellAll();
    expect((await park.lettersTo(one)).toSorted()).toEqual(['visits.booked', 'visits.booked', 'visits.departure-cancelled', 'visits.departure-certain']);
    expect((await counter.lettersOf(one, 'visits.departure-cancelled'))[0]?.props).toMatchObject({ reason: null });
    expect(await counter.seatsOf(one)).toMatchObject([{ subjectId: enough }]);
    expect(await park.query("SELECT count(*)::int AS n FROM audit_entry WHERE action LIKE 'visits.departure-c%' AND subject_id = ANY($1)", [[enough, tooFew]])).toEqual([{ n: 2 }]);
    park.clock.moveTo(RESET);
    expect(await park.broken()).toEqual([]);
  });

  it('would cancel twice without the state that makes it once', async () => {
    const departureId = await park.departure('06:00', '08:00', { minimum: 2, minimumBy: '2026-03-10T12:00' });
    const one = await park.delegate();
    done(await park.book(one, departureId));
    const departure = await counter.departureOf(departureId);
    await park.work.run((tx) => park.get(CancelDeparture).within(tx, systemActor, departure, null));
    await park.work.run((tx) => park.get(CancelDeparture).within(tx, systemActor, departure, null));
    expect(await park.query("SELECT count(*)::int AS n FROM audit_entry WHERE action = 'visits.departure-cancelled' AND subject_id = $1", [departureId])).toEqual([{ n: 2 }]);
  });
});

describe('who may go', () => {
  it('is by nationality listed or not, by category, and by what the site needs when it needs it', async () => {
    const only = await park.departure('06:00', '08:00', { visitId: await park.visit({ nationalityRule: 'ONLY', nationalities: ['NG', 'KE'] }) });
    const except = await park.departure('09:00', '10:00', { visitId: await park.visit({ nationalityRule: 'EXCEPT', nationalities: ['NG'] }) });
    const papers = await park.departure('11:00', '12:00', { visitId: await park.visit({ identityNeeds: ['TRAVEL_DOCUMENT', 'PHONE'], identityHours: 24 }) });
    const [nigerian, thai, unknown] = [await park.delegate('en', { nationality: 'NG' }), await park.delegate('en', { nationality: 'TH' }), await park.delegate()];
    const codes = async (id: DepartureId) => [code(await park.book(nigerian, id)), code(await park.book(thai, id)), code(await park.book(unknown, id))];
    expect(await codes(only)).toEqual([undefined, 'visit.nationality-not-admitted', 'visit.nationality-unknown']);
    expect(await codes(except)).toEqual(['visit.nationality-not-admitted', undefined, 'visit.nationality-unknown']);
    park.clock.moveTo(new Date('2026-05-30T00:00:00Z'));
    expect(code(await park.book(thai, papers))).toBeUndefined();
    park.clock.moveTo(new Date('2026-06-01T03:00:00Z'));
    expect(await park.book(nigerian, papers)).toMatchObject({ refused: 'visit.identity-needed', data: { missing: ['TRAVEL_DOCUMENT', 'PHONE'] } });
    park.clock.moveTo(RESET);
  });

  it('knows the letters it writes', () => {
    for (const kind of ['visits.swapped', 'visits.held', 'visits.hold-expired', 'visits.departure-changed', 'visits.departure-cancelled', 'visits.departure-certain']) expect(letterOf(kind)).toBeDefined();
  });
});

function never(): never {
  throw new Error('there is none');
}
