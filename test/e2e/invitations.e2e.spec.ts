import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { detailsOf } from './town/delegate.js';
import { onEachEngine } from './town/on-each-engine.js';
import type { MadeConference } from './town/organiser.js';
import type { Town } from './town/town.js';

const REFUSED = '... on Refusal { code message } ... on InvalidInput { problems { path code } }';
/** The sweep comes round; it is under way for a while on a machine that does other work too. */
const SWEPT_MS = 60_000;

interface Issued {
  readonly id: string;
  readonly email: string;
}

onEachEngine((openTown) => {
  let town: Town;
  let conference: MadeConference;

  beforeAll(async () => {
    town = await openTown();
    conference = await town.organiser.conference();
    await town.organiser.category(conference.id, { capacity: 20 });
    await town.organiser.category(conference.id, { key: 'speaker', capacity: 20, invitationOnly: true });
    await town.organiser.open(conference.id);
  }, 60_000);
  afterAll(() => town.close(), 60_000);

  async function invite(email: string, changes: object = {}): Promise<Issued> {
    const { created } = await town.organiser.make<{ created: { invitation: { id: string } }[] }>('createInvitations', 'InvitationsCreated',
      { conferenceId: conference.id, invitations: [{ name: 'Amara Okafor', email, category: 'speaker', ...changes }] }, 'created { invitation { id } }');
    return { id: created[0]?.invitation.id ?? '', email };
  }
  /** The token of the newest invitation that the mailbox of an address holds. */
  async function tokenOf(email: string): Promise<string> {
    const { links } = await town.letter(email, 'invitation.sent');
    return links.map((link) => /\/invitations\/([\w-]+)$/.exec(link)?.[1]).find((found) => found !== undefined) ?? '';
  }
  const card = (token: string) => town.client.one<object>('query ($token: String!) { invitation(token: $token) { state used maskedAddress } }', { token });
  const answer = async (token: string, its: object, locale = 'en') =>
    town.client.one<object>(`mutation ($input: AnswerInvitationInput!) { answerInvitation(input: $input) { ... on InvitationCard { state } ${REFUSED} } }`, { input: { token, ...its } }, { locale });
  const issued = (id: string) => town.client.one<object>('query ($id: ID!) { issuedInvitation(id: $id) { state used history { deed via reason } } }', { id }, { bearer: town.organiser.token });
  const register = (bearer: string, input: object, family = 'Okafor') => town.client.one<{ id?: string; code?: string }>(`mutation ($input: RegisterDelegateInput!) { registerDelegate(input: $input) { ... on Registration { id state email } ${REFUSED} } }`,
    { input: { conferenceId: conference.id, category: 'speaker', details: detailsOf({ email: '', latinFamily: family, latinGiven: 'Amara' }), ...input } }, { bearer });

  describe('an invitation', () => {
    it('is opened as often as scanners like, declined with a reason that staff read, and accepted after all', async () => {
      const { id, email } = await invite('declines@example.org');
      const token = await tokenOf(email);
      for (let n = 0; n < 3; n += 1) expect(await card(token)).toEqual({ state: 'OPEN', used: 0, maskedAddress: 'd•••@example.org' });
      expect(await answer(token, { answer: 'DECLINE', reason: 'The board meets that week.' })).toEqual({ state: 'DECLINED' });
      expect(await issued(id)).toEqual({ state: 'DECLINED', used: 0, history: [{ deed: 'DECLINE', via: 'LINK', reason: 'The board meets that week.' }] });
      const bearer = await town.signIn(email);
      expect(await answer(token, { answer: 'ACCEPT' })).toEqual({ state: 'ACCEPTED' });
      expect(await register(bearer, {})).toMatchObject({ state: 'CONFIRMED', email });
      expect(await card(token)).toMatchObject({ state: 'ACCEPTED', used: 1 });
      expect(await town.kindsTo(email)).toEqual(['invitation.sent', 'registration.confirmed']);
    }, 90_000);

    it('that may be passed on is answered by a substitute, who gets a letter and a right of their own', async () => {
      const { id, email } = await invite('sends-another@example.org', { isPersonal: false });
      expect(await answer(await tokenOf(email), { answer: 'SUBSTITUTE', substitute: { name: 'Chidi Eze', email: 'chidi@example.net' } })).toEqual({ state: 'SUBSTITUTED' });
      expect(await issued(id)).toMatchObject({ state: 'SUBSTITUTED' });
      expect(await answer(await tokenOf(email), { answer: 'ACCEPT' })).toMatchObject({ code: 'invitation.replaced' });
      expect(await register(await town.signIn('chidi@example.net'), { invitation: await tokenOf('chidi@example.net') }, 'Eze')).toMatchObject({ state: 'CONFIRMED', email: 'chidi@example.net' });
    }, 90_000);

    it('that was taken back, or has run out, says so politely in the reader’s language, and brings no letter', async () => {
      const revoked = await invite('revoked@example.org');
      const token = await tokenOf(revoked.email);
      await town.client.done(`mutation ($id: ID!) { revokeInvitation(id: $id, reason: "Invited twice") { ... on Invitation { state } ${REFUSED} } }`, { id: revoked.id }, { bearer: town.organiser.token });
      expect(await card(token)).toMatchObject({ state: 'REVOKED' });
      expect(await answer(token, { answer: 'ACCEPT' }, 'zh-Hans')).toEqual({ code: 'invitation.revoked', message: expect.stringMatching(/\p{Script=Han}/u) });
      expect(await town.kindsTo(revoked.email)).toEqual(['invitation.sent']);
      const late = await invite('late@example.org', { expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
      const lateToken = await tokenOf(late.email);
      // An hour passes, in which nothing else happens to it.
      await town.database.source.query("UPDATE invitation SET expires_at = expires_at - interval '1 hour' WHERE id = $1", [late.id]);
      expect(await answer(lateToken, { answer: 'ACCEPT' })).toMatchObject({ code: 'invitation.expired' });
      for (const until = Date.now() + SWEPT_MS; Date.now() < until; await pause(500)) if ((await town.database.source.query<object[]>("SELECT 1 FROM invitation WHERE id = $1 AND state = 'EXPIRED'", [late.id])).length === 1) break;
      expect(await issued(late.id)).toMatchObject({ state: 'EXPIRED', history: [{ deed: 'EXPIRE', via: 'SYSTEM' }] });
      expect(await town.kindsTo(late.email)).toEqual(['invitation.sent']);
    }, 90_000);
  });

  describe('the head of a delegation', () => {
    it('is told by letter, registers members within the quota, also when two are entered at once, and nobody beyond it', async () => {
      const head = 'head@example.org';
      const { id: delegationId } = await town.organiser.make('createDelegation', 'Delegation',
        { conferenceId: conference.id, name: { en: 'Delegation of Nigeria' }, country: 'NG', head: { email: head, name: 'Ngozi Adeyemi' }, quotas: [{ category: 'speaker', places: 2 }] });
      await town.letter(head, 'invitation.delegation-head');
      const bearer = await town.signIn(head);
      const enter = (n: number) => register(bearer, { delegationId, onBehalf: { email: `member-${n}@example.net`, origin: 'SELF' } }, `Member ${'abcde'.charAt(n)}`);
      const said = [...await Promise.all([1, 2, 3].map(enter)), await enter(4)];
      expect(said.filter(({ id }) => id !== undefined)).toHaveLength(2);
      expect(said.filter(({ code }) => code === 'delegation.full')).toHaveLength(2);
      const seen = await town.client.one<object>('query ($id: ID!) { delegation(id: $id) { quotas { places named free } members { totalCount } } }', { id: delegationId }, { bearer });
      expect(seen).toEqual({ quotas: [{ places: 2, named: 2, free: 0 }], members: { totalCount: 2 } });
      expect(await town.client.one('query ($id: ID!) { delegation(id: $id) { id } }', { id: delegationId }, { bearer: await town.signIn('stranger@example.org') })).toBeNull();
    }, 90_000);
  });
});
