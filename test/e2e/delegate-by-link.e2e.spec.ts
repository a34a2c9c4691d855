import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Delegate, detailsOf } from './town/delegate.js';
import { onEachEngine } from './town/on-each-engine.js';
import type { MadeConference } from './town/organiser.js';
import type { Town } from './town/town.js';

onEachEngine((openTown) => {
  let town: Town;
  let conference: MadeConference;

  beforeAll(async () => {
    town = await openTown();
    conference = await town.organiser.conference();
    await town.organiser.category(conference.id, { capacity: 20 });
    await town.organiser.open(conference.id);
  }, 60_000);
  afterAll(() => town.close(), 60_000);

  describe('a delegate', () => {
    it('signs in by a letter’s link once, registers, gets the ticket, and withdraws', async () => {
      const amina = await Delegate.register(town, conference.id, { email: 'amina@example.org', latinFamily: 'Diallo', latinGiven: 'Aminata' });
      expect(amina.said).toMatchObject({ __typename: 'Registration', state: 'CONFIRMED' });
      const letter = await town.letter(amina.email, 'registration.confirmed');
      expect(letter).toMatchObject({ subject: expect.stringContaining('You are registered'), to: [amina.email] });
      expect(letter.headers['content-language']).toBe('en');
      expect(letter.text).toContain(String(amina.said['ticketCode']));
      expect(letter.links.filter((link) => new URL(link).origin !== 'https://conference.example')).toEqual([]);
      expect(letter.attachments.map(({ type }) => type).join()).toContain('text/calendar');
      const status = await town.client.one('query($slug: String!) { myRegistration(conferenceSlug: $slug) { state ticket email history { to } allowedMoves } }', { slug: conference.slug }, { bearer: amina.bearer });
      expect(status).toMatchObject({ state: 'CONFIRMED', ticket: expect.any(String), email: amina.email });
      expect(await amina.withdraw()).toMatchObject({ state: 'WITHDRAWN' });
      expect(await amina.withdraw()).toMatchObject({ code: 'registration.move-not-allowed' });
      expect(await town.kindsTo(amina.email)).toEqual(['registration.confirmed', 'registration.withdrawn']);
    }, 60_000);

    it('cannot use a link twice, and cannot register without signing in', async () => {
      await town.signIn('once@example.org');
      const { links } = await town.letter('once@example.org', 'identity.sign-in-link');
      const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null);
      const redeem = 'mutation($token: String!) { redeemSignInLink(input: { token: $token }) { ... on Refusal { code } } }';
      expect(await town.client.one(redeem, { token })).toEqual({ code: 'sign-in.link-used' });
      expect(await town.client.one(redeem, { token: `${token ?? ''}x` })).toEqual({ code: 'sign-in.link-invalid' });
      const stranger = await town.client.one('mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { ... on Refusal { code } } }',
        { input: { conferenceId: conference.id, category: 'delegate', details: detailsOf({ email: '', latinFamily: 'Nobody' }) } });
      expect(stranger).toEqual({ code: 'access.sign-in-needed' });
    }, 60_000);

    it('goes step by step: a draft that is saved, corrected and handed in', async () => {
      const bearer = await town.signIn('drafts@example.org');
      const start = 'mutation($input: StartRegistrationInput!) { startRegistration(input: $input) { ... on Registration { id state } ... on Refusal { code } } }';
      const { id, state } = await town.client.done(start, { input: { conferenceId: conference.id, category: 'delegate' } }, { bearer });
      expect(state).toBe('DRAFT');
      const submit = 'mutation($id: ID!) { submitRegistration(input: { id: $id }) { ... on Registration { state } ... on InvalidInput { code problems { path code message } } ... on Refusal { code } } }';
      const refused = await town.client.one<{ problems: { path: string; message: string }[] }>(submit, { id }, { bearer, locale: 'zh-Hans' });
      expect(refused.problems.map(({ path }) => path)).toEqual(['names', 'consents.privacy']);
      expect(refused.problems[0]?.message).toMatch(/\p{Script=Han}/u);
      const update = 'mutation($input: UpdateRegistrationInput!) { updateRegistration(input: $input) { ... on Registration { version person { names { native latinFamily } } } ... on Refusal { code } } }';
      const saved = await town.client.done(update, { input: { id, details: detailsOf({ email: '', latinFamily: 'Chan', latinGiven: 'Siu Ming', native: '陳小明', locale: 'zh-Hant' }) } }, { bearer });
      expect(saved).toMatchObject({ person: { names: { native: '陳小明' } } });
      expect(await town.client.one(submit, { id }, { bearer })).toEqual({ state: 'CONFIRMED' });
      expect((await town.letter('drafts@example.org', 'registration.confirmed')).headers['content-language']).toBe('zh-Hant');
    }, 60_000);

    it.each([['zh-TW', 'zh-Hant', '登入'], ['zh-CN', 'zh-Hans', '登录']])('whose browser asks for %s is written to in %s', async (locale, language, word) => {
      const email = `${locale.toLowerCase()}@example.org`;
      await town.client.done('mutation($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { __typename ... on Refusal { code } } }', { input: { email } }, { locale });
      const letter = await town.letter(email, 'identity.sign-in-link');
      expect(letter.headers['content-language']).toBe(language);
      expect(letter.subject).toContain(word);
    }, 30_000);

    it('is registered once: a second try of the same person is told so, another address learns nothing', async () => {
      const person = { email: 'olga@example.org', latinFamily: 'Petrenko', latinGiven: 'Olga', native: 'Ольга Петренко' };
      const { registrationId, bearer } = await Delegate.register(town, conference.id, person);
      const again = 'mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { __typename ... on AlreadyRegistered { code registration { id } } ... on Refusal { code } } }';
      expect(await town.client.one(again, { input: { conferenceId: conference.id, category: 'delegate', details: detailsOf(person) } }, { bearer }))
        .toMatchObject({ __typename: 'AlreadyRegistered', registration: { id: registrationId } });
    }, 60_000);
  });
});
