import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
const title = { 'en': 'Cooperation conference', 'zh-Hans': '合作发展大会' };
const REFUSED = '... on Refusal { code } ... on InvalidInput { problems { path code } }';

beforeAll(async () => {
  api = await WholeApi.open();
  const { id: seriesId } = await api.done<{ id: string }>('mutation ($t: LocalizedText!) { result: createSeries(input: { slug: "series", title: $t }) { ... on Series { id } } }', { t: title });
  conferenceId = (await api.done<{ id: string }>(`mutation ($seriesId: ID!, $city: LocalizedText!) { result: createConference(input: {
    seriesId: $seriesId, slug: "chongqing-2026", city: $city, country: "CN", timeZone: "Asia/Shanghai", startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } } }`,
  { seriesId, city: { en: 'Chongqing' } })).id;
  for (const [key, invitationOnly] of [['delegate', false], ['speaker', true]] as const) {
    await api.done('mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', { input: { conferenceId, key, title, capacity: 50, invitationOnly } });
  }
  await api.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id: conferenceId });
  await api.done('mutation ($id: ID!) { result: openRegistration(conferenceId: $id) { __typename } }', { id: conferenceId });
});
afterAll(() => api.close());

interface Issued { readonly id: string; readonly link: string; readonly version: number }
async function invite(input: object, more: object = {}): Promise<Issued> {
  const { created } = await api.done<{ created: { invitation: Issued }[] }>(
    `mutation ($input: CreateInvitationsInput!) { result: createInvitations(input: $input) { ... on InvitationsCreated { created { isNew invitation { id link version } } } ${REFUSED} } }`,
    { input: { conferenceId, invitations: [{ name: 'Amara Okafor', category: 'speaker', ...input }], ...more } });
  return created[0]!.invitation;
}
const tokenOf = ({ link }: Issued): string => link.split('/').at(-1) ?? '';
const CARD = 'conference { slug } toName maskedAddress state category { key } delegationName sponsor places used askedPlaces isPersonal forums { id } visits { id }';
const card = (token: string) => api.done<object>(`query ($token: String!) { result: invitation(token: $token) { ${CARD} } }`, { token }, { as: 'nobody' });
const answer = (input: object, asking: Asking = { as: 'nobody' }) => api.done<object>(`mutation ($input: AnswerInvitationInput!) { result: answerInvitation(input: $input) { ... on InvitationCard { state } ${REFUSED} } }`, { input }, asking);
const register = (asking: Asking, input: object) => api.done<{ id?: string; code?: string }>(
  `mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id state email delegation { id headEmail quotas { named } } } ${REFUSED} } }`,
  { input: { conferenceId, category: 'speaker', details: { names: { latinFamily: 'Okafor', latinGiven: 'Amara' }, consents: [{ key: 'privacy', textVersion: '1' }] }, ...input } }, asking);

describe('an invitation over the API', () => {
  it('shows by its link what it says itself, and looking changes nothing', async () => {
    const issued = await invite({ email: 'amara.okafor@example.org', latinName: 'Amara Okafor', organisation: 'Lagos Chamber', sponsor: 'Chongqing Federation' });
    const before = await card(tokenOf(issued));
    expect(before).toEqual({
      conference: { slug: 'chongqing-2026' }, toName: 'Amara Okafor', maskedAddress: 'a•••@example.org', state: 'OPEN', category: { key: 'speaker' }, delegationName: null,
      sponsor: 'Chongqing Federation', places: 1, used: 0, askedPlaces: null, isPersonal: true, forums: [], visits: [],
    });
    for (let n = 0; n < 5; n += 1) expect(await card(tokenOf(issued))).toEqual(before);
    expect(await api.database.source.query('SELECT 1 FROM invitation_answer')).toEqual([]);
    expect(await card('1forged')).toBeNull();
  });

  it('is answered by its link, carries the registration, and tells staff what happened', async () => {
    const issued = await invite({ email: 'chen.wei@example.org', isPersonal: false });
    expect(await answer({ token: tokenOf(issued), answer: 'ACCEPT' })).toEqual({ state: 'ACCEPTED' });
    const guest = { as: await api.signIn('somebody.else@example.org') };
    expect(await register(guest, {})).toMatchObject({ code: 'registration.invitation-needed' });
    const { id } = await register(guest, { invitation: tokenOf(issued) });
    const found = await api.done(`query ($id: ID!) { result: issuedInvitation(id: $id) { state used registrations { id } history { deed via to } } }`, { id: issued.id });
    expect(found).toEqual({ state: 'ACCEPTED', used: 1, registrations: [{ id }], history: [{ deed: 'ACCEPT', via: 'LINK', to: 'ACCEPTED' }, { deed: 'REGISTER', via: 'ACCOUNT', to: 'ACCEPTED' }] });
    expect(await api.done('query ($id: ID!) { result: issuedInvitation(id: $id) { id } }', { id: issued.id }, guest)).toBeNull();
  });

  it('is listed, counted and searched by staff, in any script', async () => {
    await invite({ email: 'lin@example.org', nativeName: '林美玲', name: 'Ms Lin' });
    const list = (filter: object) => api.done<{ totalCount: number; edges: { node: { toAddress: string } }[] }>(
      'query ($id: ID!, $filter: InvitationFilter) { result: invitations(conferenceId: $id, filter: $filter, first: 2) { totalCount edges { node { toAddress } } pageInfo { hasNextPage } } }', { id: conferenceId, filter });
    expect((await list({ search: '美玲' })).edges).toEqual([{ node: { toAddress: 'lin@example.org' } }]);
    expect((await list({ states: ['ACCEPTED'], isUsed: true })).edges).toEqual([{ node: { toAddress: 'chen.wei@example.org' } }]);
    expect((await list({ categories: ['nobody'] })).totalCount).toBe(0);
    expect(await api.done('query ($id: ID!) { result: invitationCounts(conferenceId: $id) { state invitations places registered } }', { id: conferenceId }))
      .toEqual(expect.arrayContaining([{ state: 'ACCEPTED', invitations: 1, places: 1, registered: 1 }, { state: 'OPEN', invitations: 2, places: 2, registered: 0 }]));
    expect((await api.ask('query ($id: ID!) { invitations(conferenceId: $id) { totalCount } }', { id: conferenceId }, { as: await api.signIn('lin@example.org') })).errors?.[0]?.extensions.code).toBe('access.denied');
  });

  it('is changed, replaced, tied and taken back by staff, each with what is wrong beside its field', async () => {
    const issued = await invite({ email: 'siti@example.org' });
    const change = (verb: string, type: string, input: object) => api.done<object>(`mutation ($input: ${type}!) { result: ${verb}(input: $input) { ... on Invitation { state places replacedBy category { key } } ${REFUSED} } }`, { input });
    expect(await change('updateInvitation', 'UpdateInvitationInput', { id: issued.id, version: issued.version, places: 0, category: 'nobody' }))
      .toMatchObject({ problems: [{ path: 'category', code: 'unknown' }, { path: 'places', code: 'too-small' }] });
    expect(await change('updateInvitation', 'UpdateInvitationInput', { id: issued.id, version: issued.version, places: 2, category: null })).toMatchObject({ places: 2, category: null });
    const guest = { as: await api.signIn('siti.private@example.net') };
    const { id: registrationId } = await register(guest, { category: 'delegate' });
    expect(await change('tieInvitation', 'TieInvitationInput', { id: issued.id, registrationId })).toMatchObject({ state: 'ACCEPTED' });
    const other = await invite({ email: 'chidi@example.org' });
    expect(await change('replaceInvitation', 'ReplaceInvitationInput', { id: other.id, name: 'Ngozi', email: 'siti@example.org' })).toMatchObject({ problems: [{ path: 'email', code: 'invitation.exists' }] });
    expect(await change('replaceInvitation', 'ReplaceInvitationInput', { id: other.id, name: 'Ngozi', email: 'ngozi@example.org' })).toMatchObject({ state: 'REPLACED', replacedBy: expect.any(String) });
    expect(await answer({ token: tokenOf(other), answer: 'ACCEPT' })).toEqual({ code: 'invitation.replaced' });
    expect(await api.done(`mutation ($id: ID!) { result: revokeInvitation(id: $id, reason: "Twice") { ... on Invitation { state } ${REFUSED} } }`, { id: issued.id })).toEqual({ state: 'REVOKED' });
    expect(await change('recordAnswer', 'RecordAnswerInput', { id: issued.id, via: 'PHONE', answer: 'ACCEPT' })).toEqual({ code: 'invitation.revoked' });
  });
});

describe('forums and visits of an invitation', () => {
  const forum = (its: string, slug: string) => api.done<{ id: string }>('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }', { input: { conferenceId: its, slug, kind: 'THEMATIC', title, capacity: 5 } });
  const visit = (its: string, slug: string) => api.done<{ id: string }>('mutation ($input: CreateVisitInput!) { result: createVisit(input: $input) { ... on Visit { id } } }', { input: { conferenceId: its, slug, title } });
  const create = (invitations: readonly object[]) => api.done<object>(`mutation ($input: CreateInvitationsInput!) { result: createInvitations(input: $input) { ... on InvitationsCreated { created { isNew invitation { id forums { id } visits { id } } } } ${REFUSED} } }`,
    { input: { conferenceId, invitations } });

  it('are those of its conference; others are refused beside their field, and nobody is invited', async () => {
    const { id: seriesId } = await api.done<{ id: string }>('mutation ($t: LocalizedText!) { result: createSeries(input: { slug: "elsewhere", title: $t }) { ... on Series { id } } }', { t: title });
    const { id: elsewhere } = await api.done<{ id: string }>('mutation ($input: CreateConferenceInput!) { result: createConference(input: $input) { ... on Conference { id } } }',
      { input: { seriesId, slug: 'elsewhere', city: { en: 'Chengdu' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-07-01', endsOn: '2026-07-02', hostRegion: 'Sichuan' } });
    const [mine, foreign] = [await forum(conferenceId, 'round-table'), await forum(elsewhere, 'round-table')];
    const [myVisit, foreignVisit] = [await visit(conferenceId, 'dam'), await visit(elsewhere, 'dam')];
    const guest = (n: number, more: object) => ({ name: 'Amina Yusuf', email: `parts-${n}@example.org`, ...more });
    expect(await create([guest(1, { forumIds: [mine.id] }), guest(2, { forumIds: [mine.id, foreign.id] })])).toEqual({ code: 'input.invalid', problems: [{ path: 'invitations.1.forumIds', code: 'unknown' }] });
    expect(await create([guest(1, { visitIds: [foreignVisit.id] })])).toEqual({ code: 'input.invalid', problems: [{ path: 'invitations.0.visitIds', code: 'unknown' }] });
    expect(await api.database.source.query("SELECT 1 FROM invitation WHERE to_address LIKE 'parts-%'")).toEqual([]);
    const { created } = (await create([guest(1, { forumIds: [mine.id], visitIds: [myVisit.id] })])) as { created: { invitation: Issued & { forums: object[]; visits: object[] } }[] };
    expect(created[0]?.invitation).toMatchObject({ forums: [{ id: mine.id }], visits: [{ id: myVisit.id }] });
    const change = (input: object) => api.done<object>(`mutation ($input: UpdateInvitationInput!) { result: updateInvitation(input: $input) { ... on Invitation { visits { id } } ${REFUSED} } }`, { input: { id: created[0]?.invitation.id, version: 1, ...input } });
    expect(await change({ visitIds: [foreignVisit.id] })).toEqual({ code: 'input.invalid', problems: [{ path: 'visitIds', code: 'unknown' }] });
    expect(await change({ visitIds: [] })).toEqual({ visits: [] });
    // The guard taken away: the same request then goes through.
    await api.database.source.query('ALTER TABLE invitation DISABLE TRIGGER invitation_parts');
    expect(await create([guest(3, { forumIds: [foreign.id] })])).toHaveProperty('created');
    await api.database.source.query('ALTER TABLE invitation ENABLE TRIGGER invitation_parts');
  });
});

describe('a delegation over the API', () => {
  async function delegation(name: string): Promise<{ id: string; head: Asking }> {
    const email = `head.${name}@example.org`;
    const { id } = await api.done<{ id: string }>(`mutation ($input: CreateDelegationInput!) { result: createDelegation(input: $input) { ... on Delegation { id } ${REFUSED} } }`,
      { input: { conferenceId, name: { en: name }, organisation: name, head: { email, name: 'Ngozi Adeyemi' }, quotas: [{ category: 'speaker', places: 2 }] } });
    return { id, head: { as: await api.signIn(email) } };
  }
  const DELEGATION = `query ($id: ID!) { result: delegation(id: $id) { name headEmail note quotas { category { key } places named free }
    members { totalCount edges { node { id email person { names { full } } } } } invitations { edges { node { toAddress state link } } } } }`;
  const invited = (asking: Asking, delegationId: string, email: string) => api.done<{ id?: string; code?: string }>(
    `mutation ($input: InviteMemberInput!) { result: inviteMember(input: $input) { ... on Invitation { id } ${REFUSED} } }`, { input: { delegationId, email, name: 'Chidi Eze', category: 'speaker' } }, asking);

  it('is its head’s to fill, who sees only own people', async () => {
    const [mine, other] = [await delegation('Lagos'), await delegation('Nairobi')];
    const member = await register(mine.head, { delegationId: mine.id, onBehalf: { email: 'member@example.net', origin: 'SELF' } });
    expect(member).toMatchObject({ email: 'member@example.net', delegation: { id: mine.id, headEmail: 'head.Lagos@example.org', quotas: [{ named: 1 }] } });
    expect(await invited(mine.head, mine.id, 'nobody')).toEqual({ code: 'input.invalid', problems: [{ path: 'email', code: 'email.malformed' }] });
    expect(await invited(mine.head, mine.id, 'guest@example.net')).toHaveProperty('id');
    expect(await invited(mine.head, mine.id, 'one.more@example.net')).toMatchObject({ code: 'delegation.full' });
    expect(await api.done(DELEGATION, { id: mine.id }, mine.head)).toEqual({
      name: { en: 'Lagos' }, headEmail: 'head.Lagos@example.org', note: null, quotas: [{ category: { key: 'speaker' }, places: 2, named: 2, free: 0 }],
      members: { totalCount: 1, edges: [{ node: { id: member.id, email: 'member@example.net', person: { names: { full: 'Amara Okafor' } } } }] },
      invitations: { edges: [{ node: { toAddress: 'guest@example.net', state: 'OPEN', link: null } }] },
    });
    expect(await api.done('{ result: myDelegations { id } }', {}, mine.head)).toEqual([{ id: mine.id }]);
    expect(await api.done(DELEGATION, { id: mine.id }, other.head)).toBeNull();
    expect(await invited(other.head, mine.id, 'stolen@example.net')).toEqual({ code: 'access.denied' });
    expect(await register(other.head, { delegationId: mine.id })).toMatchObject({ code: 'access.denied' });
    expect(await api.done('query ($id: ID!) { result: registration(id: $id) { email } }', { id: member.id }, mine.head)).toEqual({ email: 'member@example.net' });
    expect(await api.done('query ($id: ID!) { result: registration(id: $id) { email } }', { id: member.id }, other.head)).toBeNull();
    for (const query of ['registrations(conferenceId: $id) { totalCount }', 'invitations(conferenceId: $id) { totalCount }', 'delegations(conferenceId: $id) { totalCount }', 'messages(conferenceId: $id) { totalCount }']) {
      expect((await api.ask(`query ($id: ID!) { result: ${query} }`, { id: conferenceId }, mine.head)).errors?.[0]?.extensions.code).toBe('access.denied');
    }
  });

  it('lets its head choose forums and withdraw for members, and nobody else’s', async () => {
    const [mine, other] = [await delegation('Accra'), await delegation('Dakar')];
    const { id: forumId } = await api.done<{ id: string }>('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }', { input: { conferenceId, slug: 'tea', kind: 'THEMATIC', title, capacity: 5 } });
    await api.done('mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { __typename } }', { input: { forumId, title, startsAt: '2026-06-02T09:00', endsAt: '2026-06-02T10:00' } });
    await api.done('mutation ($id: ID!) { result: releaseProgramme(input: { conferenceId: $id }) { __typename } }', { id: conferenceId });
    const { id: registrationId } = await register(mine.head, { delegationId: mine.id, details: { names: { latinFamily: 'Mensah', latinGiven: 'Kofi' }, consents: [{ key: 'privacy', textVersion: '1' }] } });
    const choose = (asking: Asking) => api.done<object>(`mutation ($input: ChooseForumInput!) { result: chooseForum(input: $input) { __typename ... on Refusal { code } } }`, { input: { registrationId, forumId, joinLine: false } }, asking);
    expect(await choose(other.head)).toMatchObject({ code: 'access.denied' });
    expect(await choose(mine.head)).not.toHaveProperty('code');
    const withdraw = (asking: Asking) => api.done<object>(`mutation ($input: WithdrawRegistrationInput!) { result: withdrawRegistration(input: $input) { ... on Registration { state } ${REFUSED} } }`, { input: { id: registrationId } }, asking);
    expect(await withdraw(other.head)).toMatchObject({ code: 'access.denied' });
    expect(await withdraw(mine.head)).toEqual({ state: 'WITHDRAWN' });
  });

  it('lets its head book one departure for several members, all or none, and nobody else’s', async () => {
    const [mine, other] = [await delegation('Lusaka'), await delegation('Maputo')];
    const member = async (family: string) => (await register(mine.head, { delegationId: mine.id, details: { names: { latinFamily: family, latinGiven: 'Thandiwe' }, consents: [{ key: 'privacy', textVersion: '1' }] } })).id;
    const [one, two] = [await member('Banda'), await member('Phiri')];
    const { id: visitId } = await api.done<{ id: string }>('mutation ($input: CreateVisitInput!) { result: createVisit(input: $input) { ... on Visit { id } } }', { input: { conferenceId, slug: 'harbour', title } });
    const { id: departureId } = await api.done<{ id: string }>('mutation ($input: AddDepartureInput!) { result: addDeparture(input: $input) { ... on Departure { id } } }',
      { input: { visitId, startsAt: '2026-06-03T09:00', endsAt: '2026-06-03T12:00', meetingPoint: title, capacity: 2 } });
    const book = (asking: Asking, travellers: readonly (string | undefined)[]) => api.done<object>('mutation ($input: BookForPartyInput!) { result: bookForParty(input: $input) { __typename ... on PartyBooked { items { state } } ... on Refusal { code } } }',
      { input: { departureId, travellers: travellers.map((registrationId) => ({ registrationId })) } }, asking);
    expect(await book(other.head, [one, two])).toMatchObject({ code: 'access.denied' });
    const { id: stranger } = await register({ as: await api.signIn('stranger@example.net') }, { category: 'delegate' });
    expect(await book(mine.head, [one, stranger])).toMatchObject({ code: 'access.denied' });
    expect(await api.database.source.query('SELECT 1 FROM place WHERE holder_id = $1 AND pool_id = (SELECT pool_id FROM departure WHERE id = $2)', [one, departureId])).toEqual([]);
    expect(await book(mine.head, [one, two])).toEqual({ __typename: 'PartyBooked', items: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }] });
  });
});
