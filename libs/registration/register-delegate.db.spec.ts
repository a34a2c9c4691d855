import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymousActor, systemActor } from '#identity';
import { newId } from '#kernel';
import { detailsOf, done, Reception } from './testing/reception.js';

let reception: Reception;
beforeAll(async () => { reception = await Reception.open(); });
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

describe('registering', () => {
  it('takes a place, keeps the history, writes one letter and records one fact', async () => {
    const { id: conferenceId } = await reception.conference();
    const actor = await reception.signedIn('meiling@example.org');
    const registration = await reception.registered(actor, { conferenceId, details: detailsOf('Lin', 'Meiling', { organisation: 'Guild of Tea', nationality: 'my' }) });
    expect(registration).toMatchObject({
      state: 'CONFIRMED', origin: 'SELF', email: 'meiling@example.org', organisation: 'Guild of Tea', nationality: 'MY', locale: 'en', version: 1,
      code: expect.stringMatching(/^C[A-Z0-9]*26-[0-9A-HJKMNP-TV-Z]{6}$/),
    });
    expect(await reception.historyOf(registration.id)).toEqual(['>SUBMITTED DELEGATE', 'SUBMITTED>CONFIRMED SYSTEM']);
    expect(await reception.lettersOf(registration.id)).toEqual(['registration.confirmed']);
    expect(await reception.factsOf(registration.id)).toEqual(['registration.confirmed']);
  });

  it('holds a place while staff decide', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { needsApproval: true });
    const registration = await reception.registered(await reception.signedIn('review@example.org'), { conferenceId });
    expect(registration.state).toBe('IN_REVIEW');
    expect(await reception.lettersOf(registration.id)).toEqual(['registration.received']);
  });

  it('is for those who proved their address by signing in', async () => {
    const { id: conferenceId } = await reception.conference();
    expect(await reception.register(anonymousActor('192.0.2.7', 'en'), { conferenceId })).toMatchObject({ refused: 'access.sign-in-needed' });
  });

  it('is done by staff for others, marked as such; nobody else may', async () => {
    const { id: conferenceId } = await reception.conference();
    const onBehalf = { email: 'paper@example.org', origin: 'PAPER' as const };
    const registration = await reception.registered(systemActor, { conferenceId, onBehalf });
    expect(registration).toMatchObject({ origin: 'PAPER', email: 'paper@example.org' });
    expect(await reception.historyOf(registration.id)).toEqual(['>SUBMITTED STAFF', 'SUBMITTED>CONFIRMED SYSTEM']);
    expect(await reception.register(await reception.signedIn('nobody@example.org'), { conferenceId, onBehalf })).toMatchObject({ refused: 'access.denied' });
  });

  it('says all that is wrong at once, each beside its field', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { asksTravelDocument: true });
    const actor = await reception.signedIn('wrong@example.org');
    const refused = await reception.register(actor, {
      conferenceId, details: { names: { latinFamily: '' }, nationality: 'XQ', phone: '12', travelDocument: { kind: 'PASSPORT', number: '?', issuedBy: 'CN' } },
    });
    expect(refused).toMatchObject({ refused: 'input.invalid' });
    expect(refused).toHaveProperty('data.problems', expect.arrayContaining([
      expect.objectContaining({ path: 'names.latinFamily', code: 'required' }), expect.objectContaining({ path: 'nationality', code: 'country.unknown' }),
      expect.objectContaining({ path: 'phone', code: 'phone.malformed' }), expect.objectContaining({ path: 'residence', code: 'required' }),
      expect.objectContaining({ path: 'travelDocument.number', code: 'document.number' }), expect.objectContaining({ path: 'consents.privacy', code: 'required' }),
    ]));
  });

  it('is refused before opening, after closing, in an unknown conference and without an invitation', async () => {
    const { id: conferenceId } = await reception.conference();
    const actor = await reception.signedIn('times@example.org');
    await reception.category(conferenceId, { opensAt: new Date('2026-03-02T08:00:01Z'), closesAt: new Date('2026-03-03T00:00:00Z') });
    expect(await reception.register(actor, { conferenceId })).toMatchObject({ refused: 'registration.not-open' });
    await reception.category(conferenceId, { closesAt: new Date('2026-03-02T08:00:00Z') });
    expect(await reception.register(actor, { conferenceId })).toMatchObject({ refused: 'registration.closed' });
    await reception.category(conferenceId, { invitationOnly: true });
    expect(await reception.register(actor, { conferenceId })).toMatchObject({ refused: 'registration.invitation-needed' });
    await reception.moveConference(conferenceId, 'CLOSE');
    expect(await reception.register(actor, { conferenceId })).toMatchObject({ refused: 'registration.closed' });
    expect(await reception.register(actor, { conferenceId: newId() })).toMatchObject({ refused: 'conference.unknown' });
    expect(await reception.register(actor, { conferenceId, category: 'emperor' })).toMatchObject({ refused: 'input.invalid' });
  });

  it('knows a person who returns at the next edition', async () => {
    const [first, second] = [await reception.conference(), await reception.conference()];
    const actor = await reception.signedIn('returning@example.org');
    const details = detailsOf('Nguyễn', 'Thị Hoa');
    const [a, b] = [await reception.registered(actor, { conferenceId: first.id, details }), await reception.registered(actor, { conferenceId: second.id, details })];
    expect(b.personId).toBe(a.personId);
    const again = await reception.registered(actor, { conferenceId: (await reception.conference()).id, personId: done({ id: a.personId ?? newId<'Person'>() }).id, details: { consents: details.consents } });
    expect(again.personId).toBe(a.personId);
  });
});
