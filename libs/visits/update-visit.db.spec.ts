import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId, VisitId } from '#kernel';
import { CancelBooking, UpdateVisit, Visit } from './index.js';
import type { VisitChanges } from './index.js';
import { code, done } from './testing/coach-park.js';
import type { CoachPark } from './testing/coach-park.js';
import { TicketCounter } from './testing/ticket-counter.js';

let counter: TicketCounter;
let park: CoachPark;
beforeAll(async () => {
  counter = await TicketCounter.open();
  park = counter.park;
});
afterAll(() => park.close());

const visitOf = (id: VisitId) => park.database.source.manager.findOneByOrFail(Visit, { id });
const update = async (id: VisitId, changes: Omit<VisitChanges, 'id' | 'version'>) =>
  park.get(UpdateVisit).run(systemActor, { id, version: (await visitOf(id)).version, ...changes });
const changed = (kinds: readonly string[]) => kinds.filter((kind) => kind === 'visits.visit-changed').length;

describe('a visit that is changed', () => {
  it('tells who has a seat or is offered one, each once and in what differs; calendars learn of a new name', async () => {
    const visitId = await park.visit();
    const [first, other, gone] = [
      await park.departure('06:00', '08:00', { visitId, capacity: 1 }), await park.departure('09:00', '11:00', { visitId, capacity: 1 }), await park.departure('12:00', '13:00', { visitId }),
    ];
    const [booked, offered, waits, left] = [await park.delegate('zh-Hans'), await park.delegate(), await park.delegate(), await park.delegate()];
    for (const [who, what] of [[booked, first], [left, other], [booked, other], [offered, other], [waits, first]] as const) done(await park.book(who, what, true));
    done(await counter.cancel(gone));
    const giveBack = await park.get(CancelBooking).run(left.actor, { registrationId: left.registrationId, departureId: other });
    expect(code(giveBack)).toBeUndefined();
    // The seat was offered to the first in line, who has another on the same visit: one letter.
    expect(done(await update(visitId, {
      title: { 'en': 'Dazu grottoes', 'zh-Hans': '大足石窟' }, identityNeeds: ['PHONE'], identityHours: 24,
      stops: [{ name: { en: 'Mount Beishan' }, afterMinutes: 60, stayMinutes: 90 }],
    }))).toEqual({ visitId, told: 1, notLetIn: [] });
    await counter.tellAll();
    expect([changed(await park.lettersTo(booked)), changed(await park.lettersTo(offered)), changed(await park.lettersTo(waits)), changed(await park.lettersTo(left))]).toEqual([1, 0, 0, 0]);
    const [letter] = await counter.lettersOf(booked, 'visits.visit-changed');
    expect(letter).toMatchObject({ locale: 'zh-Hans', props: {
      before: { title: { en: 'Dazu rock carvings' }, identityNeeds: [], stops: [{ afterMinutes: 90 }] },
      after: { title: { en: 'Dazu grottoes' }, identityNeeds: ['PHONE'], identityHours: 24, stops: [{ afterMinutes: 60 }] },
    } });
    expect([(await counter.departureOf(first)).version, (await counter.departureOf(gone)).version]).toEqual([2, 2]);
  });

  it('with the same words again, other rules or another description only, tells nobody, but names to staff who would no longer be let in', async () => {
    const visitId = await park.visit();
    const departureId = await park.departure('06:00', '08:00', { visitId });
    const [nigerian, thai] = [await park.delegate('en', { nationality: 'NG' }), await park.delegate('en', { nationality: 'TH' })];
    for (const one of [nigerian, thai]) done(await park.book(one, departureId));
    const same = await update(visitId, { title: { 'zh-Hans': '大足石刻', 'en': 'Dazu rock carvings' }, description: { en: 'Carved in the 9th century.' } });
    expect(same).toEqual({ visitId, told: 0, notLetIn: [] });
    expect(await update(visitId, { nationalityRule: 'EXCEPT', nationalities: ['TH'] })).toEqual({ visitId, told: 0, notLetIn: [thai.registrationId] });
    await counter.tellAll();
    expect([changed(await park.lettersTo(nigerian)), changed(await park.lettersTo(thai))]).toEqual([0, 0]);
    expect(await counter.seatsOf(thai)).toMatchObject([{ subjectId: departureId, state: 'CONFIRMED' }]);
    expect(code(await park.book(await park.delegate('en', { nationality: 'TH' }), departureId))).toBe('visit.nationality-not-admitted');
    expect(await update(visitId, { whatToBring: null })).toMatchObject({ told: 2 });
    expect(await visitOf(visitId)).toMatchObject({ whatToBring: null, nationalityRule: 'EXCEPT', version: 4 });
  });

  it('is refused to the second of two editors, to who may not, and beside the field', async () => {
    const visitId = await park.visit();
    const delegate = await park.delegate();
    const answers = await Promise.all([0, 1].map((hours) => park.get(UpdateVisit).run(systemActor, { id: visitId, version: 1, identityHours: hours })));
    expect(answers.map(code).toSorted()).toEqual([undefined, 'visit.changed-meanwhile'].toSorted());
    expect(code(await park.get(UpdateVisit).run(delegate.actor, { id: visitId, version: 2, minimumAge: 18 }))).toBe('access.denied');
    const ownerOf = (scopeId: ConferenceId): Actor => ({ ...delegate.actor, grants: [{ role: 'OWNER', scopeKind: 'CONFERENCE', scopeId }] });
    expect(code(await park.get(UpdateVisit).run(ownerOf(newId<'Conference'>()), { id: visitId, version: 2, minimumAge: 18 }))).toBe('access.denied');
    expect(code(await park.get(UpdateVisit).run(ownerOf(park.conference.id), { id: visitId, version: 1, minimumAge: 18 }))).toBe('visit.changed-meanwhile');
    expect(await update(visitId, { title: null, slug: 'Not A Slug', minimumAge: 0 })).toMatchObject({
      refused: 'input.invalid', data: { problems: [{ path: 'slug' }, { path: 'title', code: 'required' }, { path: 'minimumAge', code: 'too-small' }] },
    });
    const taken = (await visitOf(await park.visit())).slug;
    expect(await update(visitId, { slug: taken })).toMatchObject({ data: { problems: [{ path: 'slug', code: 'slug-taken' }] } });
  });

  it('while twenty book it at once, leaves nobody who has a seat with old words and no letter', async () => {
    const visitId = await park.visit();
    const departureId = await park.departure('06:00', '08:00', { visitId, capacity: 20 });
    const people = await park.delegates(20);
    await Promise.all([...people.slice(0, 10).map((one) => park.book(one, departureId)), update(visitId, { whatToBring: { en: 'A passport' } }), ...people.slice(10).map((one) => park.book(one, departureId))]);
    await counter.tellAll();
    for (const one of people) {
      const [booked] = await counter.lettersOf(one, 'visits.booked');
      const knows = JSON.stringify(booked?.props).includes('A passport') || changed(await park.lettersTo(one)) === 1;
      expect(knows).toBe(true);
    }
    expect(await park.broken()).toEqual([]);
  });

  it('between the reading of a booking and its seat: its letter says what the visit is by then', async () => {
    const visitId = await park.visit();
    const departureId = await park.departure('06:00', '08:00', { visitId });
    const late = await park.delegate();
    let booking: Promise<unknown> = Promise.resolve();
    await park.work.run(async (tx) => {
      await tx.query('SELECT 1 FROM pool WHERE id = (SELECT pool_id FROM departure WHERE id = $1) FOR NO KEY UPDATE', [departureId]);
      booking = park.book(late, departureId);
      await untilSomeoneWaits();
      await tx.query("UPDATE visit SET what_to_bring = '{\"en\": \"A passport\"}', version = version + 1 WHERE id = $1", [visitId]);
    });
    await booking;
    expect((await counter.lettersOf(late, 'visits.booked'))[0]?.props).toMatchObject({ visit: { whatToBring: { en: 'A passport' } } });
  });
});

async function untilSomeoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await park.database.source.query<{ n: number }[]>("SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    if ((row?.n ?? 0) > 0) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
