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
    await town.organiser.category(conference.id, { key: 'media', title: { 'en': 'Media', 'zh-Hans': '媒体' }, capacity: 3, needsApproval: true, waitlistLimit: 5 });
    await town.organiser.open(conference.id);
  }, 60_000);
  afterAll(() => town.close(), 60_000);

  const OUTCOMES = '{ __typename ... on RegistrationsDecided { outcomes { id registration { state } refusal { code } } } ... on Refusal { code message } }';

  describe('staff', () => {
    it('confirm some journalists at once and decline one with a reason, each told in Chinese, and the freed place goes on', async () => {
      const { client, organiser } = town;
      const names = [['王', 'Wang', '芳'], ['李', 'Li', '强'], ['赵', 'Zhao', '敏'], ['孙', 'Sun', '丽']] as const;
      const [fang, qiang, min, li] = await Promise.all(names.map(([family, latin, given]) => Delegate.register(town, conference.id,
        { email: `${latin.toLowerCase()}@media.example`, latinFamily: latin, latinGiven: given === '芳' ? 'Fang' : 'Hua', native: `${family}${given}`, locale: 'zh-Hans' }, 'media'))) as [Delegate, Delegate, Delegate, Delegate];
      const everybody = [fang, qiang, min, li];
      expect(everybody.map(({ said }) => said['state']).sort()).toEqual(['IN_REVIEW', 'IN_REVIEW', 'IN_REVIEW', 'WAITLISTED']);
      const [one, two, three] = everybody.filter(({ said }) => said['state'] === 'IN_REVIEW') as [Delegate, Delegate, Delegate];
      const waiting = everybody.find(({ said }) => said['state'] === 'WAITLISTED') as Delegate;
      expect((await town.letter(one.email, 'registration.received')).subject).toMatch(/\p{Script=Han}/u);
      const approved = await client.done(`mutation($ids: [ID!]!) { approveRegistrations(ids: $ids, note: "Seen by the press office.") ${OUTCOMES} }`, { ids: [one.registrationId, two.registrationId] }, { bearer: organiser.token });
      expect(approved['outcomes']).toEqual([one, two].map(({ registrationId }) => ({ id: registrationId, registration: { state: 'CONFIRMED' }, refusal: null })));
      const again = await client.done(`mutation($ids: [ID!]!) { approveRegistrations(ids: $ids) ${OUTCOMES} }`, { ids: [one.registrationId] }, { bearer: organiser.token });
      expect(again['outcomes']).toMatchObject([{ refusal: { code: 'registration.move-not-allowed' } }]);
      await client.done(`mutation($ids: [ID!]!) { declineRegistrations(ids: $ids, reason: "媒体席位已满。") ${OUTCOMES} }`, { ids: [three.registrationId] }, { bearer: organiser.token });
      const declined = await town.letter(three.email, 'registration.declined');
      expect(declined.headers['content-language']).toBe('zh-Hans');
      expect(declined.text).toContain('媒体席位已满。');
      expect((await town.letter(one.email, 'registration.confirmed')).headers['content-language']).toBe('zh-Hans');
      expect(await town.kindsTo(one.email)).toEqual(['registration.received', 'registration.confirmed']);
      expect((await town.letter(waiting.email, 'agenda.place-offered')).headers['content-language']).toBe('zh-Hans');
    }, 60_000);

    it('register someone from a paper form, marked as such, and the letter goes to that address', async () => {
      const { client, organiser } = town;
      const register = 'mutation($input: RegisterDelegateInput!) { registerDelegate(input: $input) { __typename ... on Registration { id state origin email history { to by } } ... on Refusal { code message } } }';
      const input = { conferenceId: conference.id, category: 'delegate', onBehalf: { email: 'elder@example.org', origin: 'PAPER' }, details: detailsOf({ email: '', latinFamily: 'Lim', latinGiven: 'Ah Kow', native: '林亚九' }) };
      const entered = await client.done(register, { input }, { bearer: organiser.token });
      expect(entered).toMatchObject({ state: 'CONFIRMED', origin: 'PAPER', email: 'elder@example.org' });
      expect((await town.letter('elder@example.org', 'registration.confirmed')).to).toEqual(['elder@example.org']);
      const delegate = await town.signIn('curious@example.org');
      expect(await client.one(register, { input: { ...input, onBehalf: { email: 'other@example.org', origin: 'PAPER' } } }, { bearer: delegate })).toMatchObject({ code: 'access.denied' });
      const elder = await town.signIn('elder@example.org');
      expect(await client.one('query($slug: String!) { myRegistration(conferenceSlug: $slug) { id } }', { slug: conference.slug }, { bearer: elder })).toEqual({ id: entered['id'] });
    }, 60_000);

    it('find people by native name, Latin name and address, and export them', async () => {
      const { client, organiser } = town;
      const find = async (search: string): Promise<readonly string[]> => {
        const { edges } = await client.one<{ edges: { node: { email: string } }[] }>('query($id: ID!, $search: String!) { registrations(conferenceId: $id, filter: { search: $search }) { edges { node { email } } } }', { id: conference.id, search }, { bearer: organiser.token });
        return edges.map(({ node }) => node.email);
      };
      expect(await find('林亚九')).toEqual(['elder@example.org']);
      expect(await find('ah kow')).toEqual(['elder@example.org']);
      expect(await find('elder@')).toEqual(['elder@example.org']);
      const sheet = `${town.url}/exports/registrations?conferenceId=${conference.id}&format=csv`;
      const csv = await fetch(sheet, { headers: { authorization: `Bearer ${organiser.token}` } });
      expect(csv.status).toBe(200);
      expect(await csv.text()).toContain('林亚九');
      expect((await fetch(sheet)).status).toBe(401);
    }, 60_000);
  });
});
