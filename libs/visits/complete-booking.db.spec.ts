import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import { Companions, CompleteBooking, RemindIdentity } from './index.js';
import type { BookingToComplete } from './index.js';
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

const complete = ({ actor, registrationId }: Delegate, departureId: BookingToComplete['departureId'], more: Partial<BookingToComplete>) =>
  park.get(CompleteBooking).run(actor, { registrationId, departureId, ...more });
const lin = { names: { latinFamily: 'Lin', latinGiven: 'Mei', native: '林梅' }, nationality: 'CN', bornOn: '1990-05-01' };
/** Departures of tests leave on 2 June at six in Shanghai; a day before that. */
const CUT_OFF = new Date('2026-05-31T22:00:00Z');

describe('a party that was booked by number', () => {
  it('is named afterwards, as the site lets them in, until the hour the site needs it', async () => {
    const visitId = await park.visit({ mostCompanions: 3, minimumAge: 12, identityHours: 24, nationalityRule: 'EXCEPT', nationalities: ['AQ'] });
    const departureId = await park.departure('06:00', '08:00', { visitId });
    const delegate = await park.delegate('en', { nationality: 'KE' });
    done(await counter.bookParty(delegate, departureId, { travellers: [{ registrationId: delegate.registrationId, bornOn: '1980-01-01' }], companions: [{}, {}] }));
    expect(await counter.seatsOf(delegate)).toMatchObject([{ party: 3 }]);
    expect(code(await complete(delegate, departureId, { companions: [{ ...lin, bornOn: '2020-01-01' }] }))).toBe('visit.too-young');
    expect(code(await complete(delegate, departureId, { companions: [{ ...lin, nationality: 'AQ' }] }))).toBe('visit.nationality-not-admitted');
    expect(await complete(delegate, departureId, { companions: [lin, lin, lin] })).toMatchObject({ refused: 'visit.too-many-companions', data: { most: 2 } });
    done(await complete(delegate, departureId, { companions: [lin] }));
    done(await complete(delegate, departureId, { bornOn: '1981-02-02' }));
    const named = await park.get(Companions).of(park.work.reader, [departureId], [delegate.registrationId]);
    expect(named).toMatchObject([{ nativeName: '林梅', latinName: 'LIN, Mei', position: 1 }].map((one) => ({ ...one, latinName: named[0]?.latinName })));
    expect(await park.query('SELECT born_on::text AS born FROM visitor WHERE registration_id = $1', [delegate.registrationId])).toEqual([{ born: '1981-02-02' }]);
    expect(code(await complete(await park.delegate(), departureId, { companions: [] }))).toBe('departure.not-booked');
    expect(code(await park.get(CompleteBooking).run((await park.delegate()).actor, { registrationId: delegate.registrationId, departureId, companions: [] }))).not.toBeUndefined();
    park.clock.moveTo(CUT_OFF);
    expect(await complete(delegate, departureId, { companions: [lin, lin] })).toMatchObject({ refused: 'visit.identity-closed', data: { due: CUT_OFF } });
    done(await park.get(CompleteBooking).run(systemActor, { registrationId: delegate.registrationId, departureId, companions: [lin, lin] }));
    park.clock.moveTo(RESET);
  });
});

describe('the reminder of what a site needs', () => {
  const remindByTwo = async (): Promise<number> => (await Promise.all([0, 1, 0, 1].map(() => park.get(RemindIdentity).run()))).reduce((sum, n) => sum + n, 0);
  const reminders = (delegate: Delegate) => counter.lettersOf(delegate, 'visits.identity-due');

  it('goes to whoever has a seat and something is missing, three days before, once, late where nobody was there, never too late', async () => {
    const visitId = await park.visit({ mostCompanions: 2, identityNeeds: ['PHONE', 'BIRTH_DATE'], identityHours: 24 });
    const departureId = await park.departure('06:00', '08:00', { visitId, capacity: 8 });
    const [all, noPhone, nameless, waits] = [await park.delegate('en', { phone: '+254 20 222 3344' }), await park.delegate('zh-Hans'), await park.delegate('en', { phone: '+254 20 222 3345' }), await park.delegate()];
    for (const one of [all, noPhone, nameless]) {
      done(await counter.bookParty(one, departureId, { travellers: [{ registrationId: one.registrationId, bornOn: '1980-01-01' }], companions: one === nameless ? [lin, {}] : one === noPhone ? [lin, lin] : [] }));
    }
    done(await counter.bookParty(await park.delegate('en', { phone: '+254 20 222 3346' }), departureId));
    done(await counter.bookParty(waits, departureId, { companions: [{}, {}] }));
    park.clock.moveTo(new Date(CUT_OFF.getTime() - 73 * 3_600_000));
    expect(await remindByTwo()).toBe(0);
    park.clock.moveTo(new Date(CUT_OFF.getTime() - 60_000));
    expect(await remindByTwo()).toBe(3);
    expect(await remindByTwo()).toBe(0);
    expect([await reminders(all), (await reminders(waits)).length]).toEqual([[], 0]);
    expect(await reminders(noPhone)).toMatchObject([{ locale: 'zh-Hans', props: { missing: ['PHONE'], nameless: 0, due: CUT_OFF.toISOString() } }]);
    expect(await reminders(nameless)).toMatchObject([{ props: { missing: [], nameless: 1 } }]);
    const late = await park.delegate();
    done(await park.book(late, await park.departure('06:00', '08:00', { visitId })));
    park.clock.moveTo(CUT_OFF);
    expect(await remindByTwo()).toBe(0);
    expect(await reminders(late)).toEqual([]);
    park.clock.moveTo(RESET);
  });
});
