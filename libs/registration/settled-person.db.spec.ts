import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import type { ConferenceId, PersonId } from '#kernel';
import type { DetailsInput } from './details.js';
import { StartRegistration } from './start-registration.js';
import { UpdateRegistration } from './update-registration.js';
import type { Registration } from './registration.entity.js';
import { detailsOf, done, Reception } from './testing/reception.js';

let reception: Reception;
let secretary: Actor;
let stranger: Actor;
beforeAll(async () => {
  reception = await Reception.open();
  secretary = await reception.signedIn('secretary@example.org');
  stranger = await reception.signedIn('stranger@example.org');
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

const HOUR = 3_600_000;
const passport = (number: string) => ({ kind: 'PASSPORT' as const, number, issuedBy: 'VN' });
/** A conference whose deadline for edits is an hour from now. */
const NEXT = { startsOn: '2027-06-01', endsOn: '2027-06-03' };
const soonSettled = () => reception.conference({ editableUntil: new Date(reception.clock.now().getTime() + HOUR) });
const registered = async (conferenceId: ConferenceId, details: DetailsInput): Promise<Registration & { personId: PersonId }> => {
  const registration = await reception.registered(secretary, { conferenceId, details });
  if (registration.personId === null) throw new Error('nobody was registered');
  return { ...registration, personId: registration.personId };
};

describe('a person whose registration is past its deadline', () => {
  it('keeps name and document, whatever way one comes: by another registration, a draft or an edit of it', async () => {
    const { id: conferenceId } = await soonSettled();
    const { id: elsewhere } = await reception.conference(NEXT);
    const first = await registered(conferenceId, detailsOf('Ly', 'An', { travelDocument: passport('G1111111') }));
    reception.clock.moveBy(2 * HOUR);
    const settled = { refused: 'registration.person-settled', data: {} };
    const { personId } = first;
    for (const details of [detailsOf('Ly', 'Binh'), detailsOf('Ly', 'An', { travelDocument: passport('G2222222') })]) {
      expect(await reception.register(secretary, { conferenceId: elsewhere, personId, details })).toEqual(settled);
      expect(await reception.get(StartRegistration).run(secretary, { conferenceId, category: 'delegate', personId, details })).toEqual(settled);
    }
    const draft = done(await reception.get(StartRegistration).run(secretary, { conferenceId: elsewhere, category: 'delegate', personId, details: {} }));
    expect(await reception.get(UpdateRegistration).run(secretary, { id: draft.registrationId, details: { travelDocument: null } })).toEqual(settled);
    expect(await reception.registration(first.id)).toMatchObject({ latinKey: first.latinKey, documentIndex: first.documentIndex, searchText: first.searchText });
  });

  it('may be registered elsewhere as it is, and what was lacking may be added', async () => {
    const { id: conferenceId } = await soonSettled();
    const first = await registered(conferenceId, detailsOf('Pham', 'Chi'));
    reception.clock.moveBy(2 * HOUR);
    const { id: elsewhere } = await reception.conference(NEXT);
    done(await reception.register(secretary, { conferenceId: elsewhere, personId: first.personId, details: detailsOf('Pham', 'Chi', { nationality: 'VN', travelDocument: passport('G3333333') }) }));
  });

  it('may be corrected by staff, and by its manager again once the conference is over', async () => {
    const { id: conferenceId } = await soonSettled();
    const first = await registered(conferenceId, detailsOf('Vo', 'Dung'));
    reception.clock.moveBy(2 * HOUR);
    done(await reception.get(UpdateRegistration).run(systemActor, { id: first.id, details: { names: { latinFamily: 'Vo', latinGiven: 'Duong' } } }));
    reception.clock.moveBy(250 * 24 * HOUR);
    const next = await reception.conference(NEXT);
    done(await reception.register(secretary, { conferenceId: next.id, personId: first.personId, details: detailsOf('Vo', 'Dong') }));
  });
});

describe('a person that changes before the deadline', () => {
  it('is known again in all conferences by what it is called now', async () => {
    const [here, there] = [await reception.conference(NEXT), await reception.conference(NEXT)];
    const travelDocument = passport('H1111111');
    const first = await registered(here.id, detailsOf('Dang', 'Giang', { travelDocument }));
    done(await reception.register(secretary, { conferenceId: there.id, personId: first.personId, details: detailsOf('Dang', 'Ha', { travelDocument: passport('H2222222') }) }));
    expect(await reception.registration(first.id)).not.toMatchObject({ latinKey: first.latinKey });
    expect(await reception.register(stranger, { conferenceId: here.id, details: detailsOf('Some', 'Body', { travelDocument: passport('H2222222') }) })).toMatchObject({ refused: 'registration.link-sent' });
    done(await reception.register(stranger, { conferenceId: here.id, details: detailsOf('Some', 'Body', { travelDocument }) }));
  });

  it('does not take the document of somebody who is registered beside it elsewhere', async () => {
    const [here, there] = [await reception.conference(NEXT), await reception.conference(NEXT)];
    const first = await registered(here.id, detailsOf('Bui', 'Khanh', { travelDocument: passport('J1111111') }));
    const other = done(await reception.register(stranger, { conferenceId: here.id, details: detailsOf('Other', 'Owner', { travelDocument: passport('J2222222') }) }));
    const taken = reception.register(secretary, { conferenceId: there.id, personId: first.personId, details: detailsOf('Bui', 'Khanh', { travelDocument: passport('J2222222') }) });
    expect(await taken).toEqual({ refused: 'registration.link-sent', data: {} });
    expect(await reception.lettersOf(other.registrationId)).toContain('registration.link');
  });
});

describe('two drafts of one address', () => {
  it('make one person where both are given the same name at once', async () => {
    const names = { latinFamily: 'Twice', latinGiven: 'Tien' };
    const conferences = [(await reception.conference(NEXT)).id, (await reception.conference(NEXT)).id];
    const drafts = await Promise.all(Array.from({ length: 10 }, async (_one, n) => done(await reception.get(StartRegistration).run(secretary, { conferenceId: conferences[n % 2] ?? '' as ConferenceId, category: 'delegate' }))));
    await Promise.all(drafts.map(async ({ registrationId }) => done(await reception.get(UpdateRegistration).run(secretary, { id: registrationId, details: { names } }))));
    const people = await Promise.all(drafts.map(async ({ registrationId }) => (await reception.registration(registrationId)).personId));
    expect(new Set(people).size).toBe(1);
  });
});
