import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import type { DetailsInput } from './details.js';
import { RemindOfDraft } from './remind-of-draft.js';
import { ResendRegistrationLink } from './resend-registration-link.js';
import { StartRegistration } from './start-registration.js';
import { SubmitRegistration } from './submit-registration.js';
import { UpdateRegistration } from './update-registration.js';
import type { UpdateRegistrationInput } from './update-registration.js';
import { WithdrawRegistration } from './withdraw-registration.js';
import type { RegistrationRef } from './register-delegate.js';
import type { Registration } from './registration.entity.js';
import { detailsOf, done, Reception } from './testing/reception.js';

let reception: Reception;
let actor: Actor;
beforeAll(async () => {
  reception = await Reception.open();
  actor = await reception.signedIn('drafts@example.org');
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

const start = async (conferenceId: ConferenceId, details?: DetailsInput, key?: string): Promise<Registration> =>
  reception.registration(done(await reception.get(StartRegistration).run(actor, { conferenceId, category: 'delegate', details }, key)).registrationId);
const update = (id: Registration['id'], details: DetailsInput, more: Partial<UpdateRegistrationInput> = {}, by: Actor = actor): Promise<RegistrationRef | Refusal> =>
  reception.get(UpdateRegistration).run(by, { id, details, ...more });
const submit = (id: Registration['id'], by: Actor = actor, key?: string): Promise<RegistrationRef | Refusal> =>
  reception.get(SubmitRegistration).run(by, { id, joinLine: true }, key);
const problems = (answer: unknown): unknown => (isRefusal(answer) ? answer.data['problems'] : answer);
const consents = [{ key: 'privacy', textVersion: '2026-01' }];

describe('taking back', () => {
  it('empties an answer that is named without a value, and a consent that is no longer in the list', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { questions: [{ key: 'topic', kind: 'TEXT', label: { en: 'Topic' }, required: false, options: [] }, { key: 'note', kind: 'TEXT', label: { en: 'Note' }, required: false, options: [] }] });
    const draft = await start(conferenceId, detailsOf('Back', 'Bea', { answers: [{ question: 'topic', text: 'Ports' }, { question: 'note', text: 'Aisle' }], consents: [...consents, { key: 'photography', textVersion: '1' }] }));
    done(await update(draft.id, { answers: [{ question: 'topic' }], consents }));
    const { answers, consents: kept } = await reception.registration(draft.id);
    expect([answers, kept.map(({ key }) => key)]).toEqual([[{ question: 'note', text: 'Aisle' }], ['privacy']]);
  });
});

describe('a draft that lies', () => {
  it('is due half an hour later, and its owner is sent the way back once; who has handed in is left alone', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, {});
    const [lying, handedIn] = [await start(conferenceId), await start(conferenceId)];
    done(await update(handedIn.id, detailsOf('Swift', 'Sam')));
    done(await submit(handedIn.id));
    const due = await reception.database.work.reader.query<{ seconds: number }[]>(
      `SELECT extract(epoch FROM due_at - $2::timestamptz)::int AS seconds FROM outbox WHERE name = 'registration.remind-of-draft' AND payload->>'registrationId' = $1`, [lying.id, lying.createdAt]);
    expect(due).toEqual([{ seconds: 1_800 }]);
    for (let run = 0; run < 2; run += 1) for (const draft of [lying, handedIn]) await reception.get(RemindOfDraft).run(draft.id);
    expect(await reception.lettersOf(lying.id)).toEqual(['registration.link']);
    expect(await reception.lettersOf(handedIn.id)).toEqual(['registration.confirmed']);
    done(await reception.get(WithdrawRegistration).run(actor, { id: lying.id }));
  });
});

describe('a draft', () => {
  it('takes no place and writes no letter; submitting takes one', async () => {
    const { id: conferenceId } = await reception.conference();
    await reception.category(conferenceId, { capacity: 1 });
    const [first, second] = [await start(conferenceId), await start(conferenceId)];
    expect(first).toMatchObject({ state: 'DRAFT', personId: null, version: 1 });
    for (const draft of [first, second]) done(await update(draft.id, detailsOf(`Draft ${draft === first ? 'One' : 'Two'}`, null)));
    done(await submit(first.id));
    expect(await submit(second.id)).toMatchObject({ refused: 'places.no-line', data: { remaining: 0, lineOpen: false } });
    expect(await reception.registration(second.id)).toMatchObject({ state: 'DRAFT' });
    expect(await reception.historyOf(first.id)).toEqual(['>DRAFT DELEGATE', 'DRAFT>SUBMITTED DELEGATE', 'SUBMITTED>CONFIRMED SYSTEM']);
    expect(await reception.lettersOf(first.id)).toEqual(['registration.confirmed']);
    done(await reception.get(WithdrawRegistration).run(actor, { id: second.id }));
    expect(await reception.lettersOf(second.id)).toEqual([]);
    expect(await reception.factsOf(second.id)).toEqual([]);
  });

  it('keeps what was typed step by step: absent stays, null empties', async () => {
    const { id: conferenceId } = await reception.conference();
    const draft = await start(conferenceId, { organisation: 'Guild of Silk', languages: ['en', 'zh-Hans'], phone: '+86 139 1234 5678' });
    expect(problems(await update(draft.id, { nationality: 'BR' }))).toEqual([{ path: 'names', code: 'required' }]);
    done(await update(draft.id, { names: { latinFamily: 'Öztürk', latinGiven: 'Ayşe', native: null }, nationality: 'tr' }));
    done(await update(draft.id, { organisation: null, jobTitle: 'Chair', dietaryNeeds: 'No nuts' }));
    expect(await reception.registration(draft.id)).toMatchObject({
      organisation: null, jobTitle: 'Chair', dietaryNeeds: 'No nuts', languages: ['en', 'zh-Hans'], phone: '+8613912345678', nationality: 'TR', sortName: 'ozturk ayse', version: 3,
    });
    expect(problems(await submit(draft.id))).toEqual([{ path: 'consents.privacy', code: 'required' }]);
    done(await update(draft.id, { consents }));
    done(await submit(draft.id));
  });

  it('is begun once for a key, and handed in once', async () => {
    const { id: conferenceId } = await reception.conference();
    const [a, b] = await Promise.all([start(conferenceId, detailsOf('Once', null), 'start-1'), start(conferenceId, detailsOf('Once', null), 'start-1')]);
    expect(a.id).toBe(b.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(a.id, actor, 'submit-1')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ registrationId: a.id })]));
    expect(await submit(a.id)).toMatchObject({ refused: 'registration.already-submitted' });
  });

  it('may change its category until it is handed in', async () => {
    const { id: conferenceId } = await reception.conference();
    const media = await reception.category(conferenceId, { key: 'media', needsApproval: true });
    const draft = await start(conferenceId, detailsOf('Reporter', 'Rita'));
    done(await update(draft.id, {}, { category: 'media' }));
    done(await submit(draft.id));
    expect(await reception.registration(draft.id)).toMatchObject({ categoryId: media.id, state: 'IN_REVIEW' });
    expect(problems(await update(draft.id, {}, { category: 'delegate' }))).toEqual([{ path: 'category', code: 'category.fixed' }]);
  });

  it('is counted: no address keeps more drafts than it may manage people', async () => {
    const { id: conferenceId } = await reception.conference({ personsPerAccount: 2 });
    await start(conferenceId);
    await start(conferenceId);
    expect(await reception.get(StartRegistration).run(actor, { conferenceId, category: 'delegate' })).toMatchObject({ refused: 'registration.too-many-drafts', data: { most: 2 } });
  });

  it('is found again by the link that goes to its address', async () => {
    const { id: conferenceId } = await reception.conference();
    const draft = await start(conferenceId);
    const resend = reception.get(ResendRegistrationLink);
    done(await resend.run(actor, draft.id));
    done(await resend.run(actor, draft.id));
    expect(await reception.lettersOf(draft.id)).toEqual(['registration.link']);
    expect(await resend.run(await reception.signedIn('curious@example.org'), draft.id)).toMatchObject({ refused: 'access.denied' });
  });
});

describe('an edit', () => {
  it('of someone who saw an older version is refused', async () => {
    const { id: conferenceId } = await reception.conference();
    const { id, version } = await reception.registered(actor, { conferenceId });
    const answers = await Promise.all(['Tea', 'Silk'].map((organisation) => update(id, { organisation }, { version })));
    expect(answers.filter(isRefusal)).toMatchObject([{ refused: 'registration.changed-meanwhile', data: { version: version + 1 } }]);
  });

  it('is for delegates until the deadline, and for staff after it', async () => {
    const { id: conferenceId } = await reception.conference({ editableUntil: new Date('2026-05-01T00:00:00Z') });
    const { id } = await reception.registered(actor, { conferenceId });
    done(await update(id, { jobTitle: 'Chair' }));
    const before = reception.clock.now();
    reception.clock.moveTo(new Date('2026-05-01T00:00:00Z'));
    expect(await update(id, { jobTitle: 'Late' })).toMatchObject({ refused: 'registration.edit-deadline-passed' });
    done(await update(id, { jobTitle: 'By the desk' }, {}, systemActor));
    reception.clock.moveTo(before);
    expect(await update(id, {}, {}, await reception.signedIn('meddler@example.org'))).toMatchObject({ refused: 'access.denied' });
  });

  it('leaves a registration complete', async () => {
    const { id: conferenceId } = await reception.conference();
    const { id } = await reception.registered(actor, { conferenceId });
    expect(problems(await update(id, { consents: null }))).toEqual([{ path: 'consents.privacy', code: 'required' }]);
    expect(problems(await update(id, { names: null }))).toEqual([{ path: 'names', code: 'required' }]);
  });

  it('to the name of somebody registered is refused', async () => {
    const { id: conferenceId } = await reception.conference();
    const known = await reception.registered(actor, { conferenceId, details: detailsOf('Taken', 'Tara') });
    const other = await reception.registered(actor, { conferenceId, details: detailsOf('Other', 'Otto') });
    expect(await update(other.id, { names: { latinFamily: 'taken', latinGiven: 'TARA' } })).toMatchObject({ refused: 'registration.exists', data: { registrationId: known.id } });
    expect(await reception.registration(other.id)).toMatchObject({ latinKey: 'other otto', version: 1 });
  });

  it('keeps the version of the form that was answered', async () => {
    const { id: conferenceId } = await reception.conference();
    const question = (key: string, required: boolean) => ({ key, kind: 'TEXT' as const, label: { en: key }, hint: null, required, options: [], condition: null });
    await reception.category(conferenceId, { questions: [question('arrival', true)] });
    const answered = await reception.registered(actor, { conferenceId, details: detailsOf('Asked', 'Ana', { answers: [{ question: 'arrival', text: ' By train ' }] }) });
    const draft = await start(conferenceId, detailsOf('Later', 'Lena', { answers: [{ question: 'arrival', text: 'By boat' }] }));
    await reception.category(conferenceId, { questions: [question('arrival', true), question('hotel', true)] });
    done(await update(answered.id, { jobTitle: 'Chair' }));
    expect(await reception.registration(answered.id)).toMatchObject({ formVersion: answered.formVersion, answers: [{ question: 'arrival', text: 'By train' }] });
    expect(problems(await update(answered.id, { answers: [{ question: 'arrival' }] }))).toEqual([{ path: 'answers.arrival', code: 'required' }]);
    expect(problems(await submit(draft.id))).toEqual([{ path: 'answers.hotel', code: 'required' }]);
    done(await update(draft.id, { answers: [{ question: 'hotel', text: 'Riverside' }] }));
    done(await submit(draft.id));
    expect(await reception.registration(draft.id)).toMatchObject({ formVersion: answered.formVersion + 1, answers: [{ question: 'arrival' }, { question: 'hotel', text: 'Riverside' }] });
  });
});
