import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import type { ConferenceId } from '#kernel';
import { StartRegistration } from './start-registration.js';
import { SubmitRegistration } from './submit-registration.js';
import { WithdrawRegistration } from './withdraw-registration.js';
import { detailsOf, done, Reception } from './testing/reception.js';

let reception: Reception;
let conferenceId: ConferenceId;
let secretary: Actor;
beforeAll(async () => {
  reception = await Reception.open();
  conferenceId = (await reception.conference()).id;
  secretary = await reception.signedIn('secretary@example.org');
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

const passport = (number: string) => ({ kind: 'PASSPORT' as const, number, issuedBy: 'VN' });

describe('the same person from the same address', () => {
  it.each([
    ['other case and marks', 'NGUYEN', 'thi hoa'], ['other spaces and hyphens', 'Nguyễn', 'Thị-Hoa'], ['family and given name exchanged', 'Thị Hoa', 'Nguyễn'],
  ])('is known by the name in spite of %s', async (_what, latinFamily, latinGiven) => {
    const known = await reception.register(secretary, { conferenceId, details: detailsOf('Nguyễn', 'Thị Hoa') });
    const refused = await reception.register(secretary, { conferenceId, details: detailsOf(latinFamily, latinGiven) });
    expect(refused).toMatchObject({ refused: 'registration.exists' });
    if ('registrationId' in known) expect(refused).toHaveProperty('data.registrationId', known.registrationId);
  });

  it('is known when the native name is given only once; two native names are two people', async () => {
    const named = (native: string | null) => reception.register(secretary, { conferenceId, details: { ...detailsOf('Zhang', 'Wei'), names: { latinFamily: 'Zhang', latinGiven: 'Wei', native } } });
    done(await named('张伟'));
    expect(await named(null)).toMatchObject({ refused: 'registration.exists' });
    done(await named('张薇'));
    expect(await named('张 伟')).toMatchObject({ refused: 'registration.exists' });
  });

  it('may register again after withdrawing', async () => {
    const first = await reception.registered(secretary, { conferenceId, details: detailsOf('Again', 'Anna') });
    done(await reception.get(WithdrawRegistration).run(secretary, { id: first.id }));
    const second = await reception.registered(secretary, { conferenceId, details: detailsOf('Again', 'Anna') });
    expect(second.state).toBe('CONFIRMED');
    expect(second.personId).toBe(first.personId);
  });
});

describe('the same person by its id', () => {
  const personOf = async (details = detailsOf('Tran', 'Bao')) => {
    const first = await reception.registered(secretary, { conferenceId, details });
    if (first.personId === null) throw new Error('nobody was registered');
    return { first, personId: first.personId };
  };

  it('is refused under another name and document', async () => {
    const { first, personId } = await personOf(detailsOf('Tran', 'Bao', { travelDocument: passport('F1111111') }));
    const details = detailsOf('Entirely', 'Different', { travelDocument: passport('F2222222') });
    expect(await reception.register(secretary, { conferenceId, personId, details })).toEqual({ refused: 'registration.exists', data: { registrationId: first.id } });
    expect(await reception.registration(first.id)).toMatchObject({ latinKey: first.latinKey, documentIndex: first.documentIndex });
  });

  it('is refused as the second of two drafts', async () => {
    const { personId } = await personOf(detailsOf('Draft', 'Dora'));
    const elsewhere = (await reception.conference()).id;
    const draft = async (latinFamily: string) => done(await reception.get(StartRegistration).run(secretary, { conferenceId: elsewhere, category: 'delegate', personId, details: detailsOf(latinFamily, 'Dora') }));
    const [one, other] = [await draft('Draft'), await draft('Drafted')];
    done(await reception.get(SubmitRegistration).run(secretary, { id: one.registrationId, joinLine: false }));
    expect(await reception.get(SubmitRegistration).run(secretary, { id: other.registrationId, joinLine: false })).toMatchObject({ refused: 'registration.exists' });
  });

  it('is registered once when it is asked for many times at once, by two accounts that both manage it', async () => {
    const { personId } = await personOf(detailsOf('Racing', 'Rana'));
    const assistant = await reception.signedIn('assistant@example.org');
    await reception.query('INSERT INTO person_account (account_id, person_id, created_at) VALUES ($1, $2, now())', [assistant.accountId, personId]);
    const elsewhere = (await reception.conference()).id;
    const answers = await Promise.all(Array.from({ length: 20 }, (_one, n) => reception.register(n % 2 === 0 ? secretary : assistant, {
      conferenceId: elsewhere, personId, details: detailsOf(`Racing${String.fromCharCode(97 + n)}`, 'Rana'),
    })));
    expect(answers.filter((answer) => 'registrationId' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refused' in answer && !['registration.exists', 'registration.link-sent'].includes(answer.refused))).toEqual([]);
  });
});

describe('the same travel document', () => {
  it('tells a stranger nothing but that a letter was sent; the letter goes to the owner, once an hour', async () => {
    const owner = await reception.registered(secretary, { conferenceId, details: detailsOf('Owner', 'Olga', { travelDocument: passport('C1234567') }) });
    const stranger = await reception.signedIn('stranger@example.org');
    for (const number of ['C1234567', 'c 123-4567']) {
      const refused = await reception.register(stranger, { conferenceId, details: detailsOf('Someone', `Else ${number}`, { travelDocument: passport(number) }) });
      expect(refused).toEqual({ refused: 'registration.link-sent', data: {} });
    }
    expect(await reception.lettersOf(owner.id)).toEqual(['registration.confirmed', 'registration.link']);
    const letters = await reception.query('SELECT to_address FROM message WHERE registration_id = $1 AND kind = $2', [owner.id, 'registration.link']);
    expect(letters).toEqual([{ to_address: 'secretary@example.org' }]);
    reception.clock.moveBy(3_600_000);
    await reception.register(stranger, { conferenceId, details: detailsOf('Someone', 'Else', { travelDocument: passport('C1234567') }) });
    expect(await reception.lettersOf(owner.id)).toHaveLength(3);
  });

  it('tells staff and the manager which registration it is', async () => {
    const owner = await reception.registered(secretary, { conferenceId, details: detailsOf('Known', 'Kim', { travelDocument: passport('D7654321') }) });
    const exists = { refused: 'registration.exists', data: { registrationId: owner.id } };
    const details = detailsOf('Other', 'Name', { travelDocument: passport('D7654321') });
    expect(await reception.register(secretary, { conferenceId, details })).toEqual(exists);
    expect(await reception.register(systemActor, { conferenceId, details, onBehalf: { email: 'desk@example.org', origin: 'PHONE' } })).toEqual(exists);
    expect(await reception.lettersOf(owner.id)).toEqual(['registration.confirmed']);
  });

  it('of another issuer is another document, and another conference another matter', async () => {
    const details = detailsOf('Traveller', 'Tom', { travelDocument: passport('E1111111') });
    done(await reception.register(secretary, { conferenceId, details }));
    done(await reception.register(secretary, { conferenceId, details: detailsOf('Namesake', 'Tim', { travelDocument: { ...passport('E1111111'), issuedBy: 'TH' } }) }));
    done(await reception.register(await reception.signedIn('elsewhere@example.org'), { conferenceId: (await reception.conference()).id, details }));
  });
});
