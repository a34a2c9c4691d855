import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
let foreignId: string;
const title = { 'en': 'Cooperation conference', 'zh-Hans': '合作发展大会' };
const SLUG = 'chongqing-2026';

async function conference(slug: string): Promise<string> {
  const series = await api.done<{ id: string }>('mutation ($slug: String!, $title: LocalizedText!) { result: createSeries(input: { slug: $slug, title: $title }) { ... on Series { id } } }', { slug, title });
  const { id } = await api.done<{ id: string }>(`mutation ($seriesId: ID!, $slug: String!, $city: LocalizedText!) {
    result: createConference(input: { seriesId: $seriesId, slug: $slug, city: $city, country: "CN", timeZone: "Asia/Shanghai", startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } } }`,
  { seriesId: series.id, slug, city: { en: 'Chongqing' } });
  for (const [key, needsApproval] of [['delegate', false], ['media', true]] as const) {
    await api.done(`mutation ($conferenceId: ID!, $key: String!, $title: LocalizedText!, $needsApproval: Boolean!) {
      result: defineCategory(input: { conferenceId: $conferenceId, key: $key, title: $title, capacity: 100, needsApproval: $needsApproval }) { __typename } }`, { conferenceId: id, key, title, needsApproval });
  }
  await api.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id });
  await api.done('mutation ($id: ID!) { result: openRegistration(conferenceId: $id) { __typename } }', { id });
  return id;
}

beforeAll(async () => {
  api = await WholeApi.open();
  conferenceId = await conference(SLUG);
  foreignId = await conference('sichuan-2026');
});
afterAll(() => api.close());

const FIELDS = `id code state email phone organisation dietaryNeeds allowedMoves isEditable ticket positionInLine version origin locale formVersion
  person { id nationality names { native full fullLatin } registrations { id } } conference { slug } category { key }
  travelDocument { kind maskedNumber issuedBy expiresOn } answers { question text } consents { key textVersion givenAt } history { from to by reason } agenda { id } offer { id }`;
const REFUSED = `... on Refusal { code message } ... on InvalidInput { problems { path code message } } ... on AlreadyRegistered { registration { id } }`;
const REGISTER = `mutation ($input: RegisterDelegateInput!, $key: String) { result: registerDelegate(input: $input, idempotencyKey: $key) { __typename ... on Registration { ${FIELDS} } ${REFUSED} ... on NoPlaces { remaining lineOpen } } }`;

interface Made { readonly __typename: string; readonly id: string; readonly code: string; readonly state: string; readonly history: readonly object[] }
const consents = [{ key: 'privacy', textVersion: '2026-01' }];
const register = (as: Asking, details: object, more: object = {}, key?: string): Promise<Made> =>
  api.done<Made>(REGISTER, { input: { conferenceId, category: 'delegate', details: { consents, ...details }, ...more }, key }, as);

describe('a registration over the API', () => {
  it('shows its manager all of it', async () => {
    const as = { as: await api.signIn('meiling@example.org') };
    const made = await register(as, {
      names: { native: '林美玲', latinFamily: 'Lin', latinGiven: 'Meiling', order: 'FAMILY_FIRST' }, nationality: 'MY', residence: 'MY', phone: '012-345 6789', organisation: 'Guild of Tea',
      travelDocument: { kind: 'PASSPORT', number: 'A12345678', issuedBy: 'MY', expiresOn: '2030-01-01' }, dietaryNeeds: 'No nuts',
    }, {}, 'key-1');
    expect(made).toMatchObject({
      __typename: 'Registration', state: 'CONFIRMED', email: 'meiling@example.org', phone: '+60123456789', dietaryNeeds: 'No nuts', origin: 'SELF', isEditable: true, version: 1,
      allowedMoves: ['EDIT', 'WITHDRAW'], positionInLine: null, offer: null, agenda: [], conference: { slug: SLUG }, category: { key: 'delegate' },
      person: { nationality: 'MY', names: { native: '林美玲', full: '林美玲', fullLatin: 'Lin Meiling' }, registrations: [{}] },
      travelDocument: { kind: 'PASSPORT', maskedNumber: '•••••••78', issuedBy: 'MY', expiresOn: '2030-01-01' }, consents: [{ key: 'privacy', textVersion: '2026-01', givenAt: '2026-03-02T08:00:00.000Z' }],
      history: [{ from: null, to: 'SUBMITTED', by: 'Delegate', reason: null }, { from: 'SUBMITTED', to: 'CONFIRMED', by: 'Automatic', reason: null }],
    });
    expect(made).toHaveProperty('ticket', expect.stringMatching(/^[\w-]{40,}$/));
    expect(await register(as, { names: { latinFamily: 'LIN', latinGiven: 'meiling' } })).toMatchObject({ __typename: 'AlreadyRegistered', code: 'registration.exists', registration: { id: made.id } });
    expect(await api.done(`{ result: myRegistration(conferenceSlug: "${SLUG}") { id } }`, {}, as)).toEqual({ id: made.id });
    expect(await api.done('{ result: myRegistrations { totalCount edges { node { code } } } }', {}, as)).toEqual({ totalCount: 1, edges: [{ node: { code: made.code } }] });
  });

  it('answers a stranger with a document on file alike, in the stranger\'s language', async () => {
    const stranger = { as: await api.signIn('stranger@example.org'), locale: 'zh-Hans' };
    expect(await register(stranger, { names: { latinFamily: 'Someone' }, travelDocument: { kind: 'PASSPORT', number: 'A 1234 5678', issuedBy: 'MY' } })).toEqual({
      __typename: 'LinkSent', code: 'registration.link-sent', message: '我们已发出一封邮件说明后续步骤，请查收邮箱。',
    });
  });

  it('asks people to sign in, and tells each problem beside its field', async () => {
    expect(await register({ as: 'nobody' }, { names: { latinFamily: 'Nobody' } })).toMatchObject({ __typename: 'PlainRefusal', code: 'access.sign-in-needed' });
    const as = { as: await api.signIn('problems@example.org') };
    expect(await register(as, { names: { latinFamily: '' }, phone: '1', consents: [] })).toMatchObject({
      __typename: 'InvalidInput', problems: [{ path: 'names.latinFamily', code: 'required', message: 'Please fill this in.' }, { path: 'phone' }, { path: 'consents.privacy', code: 'required' }],
    });
  });

  it('is begun as a draft, filled in and handed in', async () => {
    const as = { as: await api.signIn('draft@example.org') };
    const { id } = await api.done<{ id: string }>('mutation ($input: StartRegistrationInput!) { result: startRegistration(input: $input) { ... on Registration { id person { names { full latinFamily } } } } }', { input: { conferenceId, category: 'media' } }, as);
    expect(await api.done('query ($id: ID!) { result: registration(id: $id) { state person { names { full } } allowedMoves ticket } }', { id }, as)).toEqual({
      state: 'DRAFT', person: { names: { full: '' } }, allowedMoves: ['EDIT', 'SUBMIT', 'WITHDRAW'], ticket: null,
    });
    const UPDATE = 'mutation ($input: UpdateRegistrationInput!) { result: updateRegistration(input: $input) { ... on Registration { version organisation } ... on Refusal { code } } }';
    expect(await api.done(UPDATE, { input: { id, version: 1, details: { names: { latinFamily: 'Reporter' }, consents, organisation: 'Gazette' } } }, as)).toEqual({ version: 2, organisation: 'Gazette' });
    expect(await api.done(UPDATE, { input: { id, version: 1, details: {} } }, as)).toEqual({ code: 'registration.changed-meanwhile' });
    expect(await api.done('mutation ($id: ID!) { result: submitRegistration(input: { id: $id }) { ... on Registration { state } ... on Refusal { code } } }', { id }, as)).toEqual({ state: 'IN_REVIEW' });
    const decided = await api.done('mutation ($ids: [ID!]!) { result: approveRegistrations(ids: $ids) { ... on RegistrationsDecided { outcomes { id registration { state } refusal { code } } } } }', { ids: [id, conferenceId] });
    expect(decided).toEqual({ outcomes: [{ id, registration: { state: 'CONFIRMED' }, refusal: null }, { id: conferenceId, registration: null, refusal: { code: 'registration.unknown' } }] });
    expect(await api.done('mutation ($id: ID!) { result: withdrawRegistration(input: { id: $id }) { ... on Registration { state } ... on Refusal { code } } }', { id }, as)).toEqual({ state: 'WITHDRAWN' });
  });
});

describe('what a registration says about a person', () => {
  const SECRET = ['email', 'phone', 'dietaryNeeds', 'accessNeeds', 'ticket', 'travelDocument { maskedNumber }', 'answers { question }', 'consents { key }', 'history { to }', 'letters { id }', 'agenda { id }', 'offer { id }', 'positionInLine'];

  it('is for its manager and the staff of its conference, field by field, whichever way it is reached', async () => {
    const owner = { as: await api.signIn('owner@example.org') };
    const { id } = await register(owner, { names: { latinFamily: 'Owner' }, phone: '+442079460000', dietaryNeeds: 'Vegan', travelDocument: { kind: 'PASSPORT', number: 'OWNER1234', issuedBy: 'GB' } });
    const staffOf = async (scopeId: string, role: string): Promise<Asking> => {
      const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } ... on Refusal { code } } }',
        { input: { name: 'desk', role, scope: { kind: 'CONFERENCE', id: scopeId } } });
      return { as: { bearer: secret } };
    };
    const ONE = `query ($id: ID!) { result: registration(id: $id) { id ${SECRET.join(' ')} } }`;
    const seenBy = (asking: Asking): Promise<unknown> => api.done(ONE, { id }, asking);
    for (const asking of [owner, await staffOf(conferenceId, 'REGISTRATION_DESK'), await staffOf(conferenceId, 'VIEWER')]) {
      expect(await seenBy(asking)).toMatchObject({ id, email: 'owner@example.org', phone: '+442079460000', travelDocument: { maskedNumber: '•••••••34' } });
    }
    for (const asking of [{ as: await api.signIn('other@example.org') }, await staffOf(foreignId, 'ORGANISER'), await staffOf(conferenceId, 'PROGRAMME_EDITOR')]) {
      expect(await seenBy(asking)).toBeNull();
    }
    expect((await api.ask(ONE, { id }, { as: 'nobody' })).errors?.[0]?.extensions.code).toBe('access.sign-in-needed');
    const REVEAL = 'mutation ($id: ID!) { result: revealTravelDocument(registrationId: $id, reason: "Visa letter") { ... on RevealedTravelDocument { number expiresOn } ... on Refusal { code } } }';
    expect(await api.done(REVEAL, { id }, await staffOf(conferenceId, 'REGISTRATION_DESK'))).toEqual({ number: 'OWNER1234', expiresOn: null });
    for (const asking of [owner, await staffOf(conferenceId, 'VIEWER'), await staffOf(foreignId, 'ORGANISER')]) expect(await api.done(REVEAL, { id }, asking)).toEqual({ code: 'access.denied' });
  });
});

describe('tags', () => {
  const TAG = 'mutation ($input: TagRegistrationInput!) { result: tagRegistration(input: $input) { ... on Registration { tags } ... on Refusal { code } ... on InvalidInput { problems { path code } } } }';
  const token = async (role: string, scopeId: string): Promise<Asking> => {
    const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'CONFERENCE', id: scopeId } } });
    return { as: { bearer: secret } };
  };

  it('are seen by the staff that may read registrations and by nobody else, least of all by whom they are about', async () => {
    const owner = { as: await api.signIn('tagged@example.org') };
    const { id } = await register(owner, { names: { latinFamily: 'Tagged' } });
    expect(await api.done(TAG, { input: { id, add: ['Speaks too long', ' VIP '] } }, await token('REGISTRATION_DESK', conferenceId))).toEqual({ tags: ['Speaks too long', 'VIP'] });
    const ONE = 'query ($id: ID!) { result: registration(id: $id) { tags } }';
    expect(await api.done(ONE, { id }, await token('VIEWER', conferenceId))).toEqual({ tags: ['Speaks too long', 'VIP'] });
    expect(await api.done(ONE, { id }, owner)).toEqual({ tags: [] });
    expect(await api.done(`{ result: myRegistration(conferenceSlug: "${SLUG}") { tags } }`, {}, owner)).toEqual({ tags: [] });
    for (const asking of [owner, await token('VIEWER', conferenceId), await token('ORGANISER', foreignId)]) expect(await api.done(TAG, { input: { id, add: ['Mine'] } }, asking)).toEqual({ code: 'access.denied' });
    expect((await api.ask('query ($id: ID!) { result: registrationTags(conferenceId: $id) { tag } }', { id: conferenceId }, await token('ORGANISER', foreignId))).errors?.[0]?.extensions.code).toBe('access.denied');
    expect(await api.done('query ($id: ID!) { result: registrationTags(conferenceId: $id) { tag count } }', { id: conferenceId })).toEqual([{ tag: 'Speaks too long', count: 1 }, { tag: 'VIP', count: 1 }]);
  });

  it('and columns are kept in a view', async () => {
    const SAVE = 'mutation ($input: SaveRegistrationViewInput!) { result: saveRegistrationView(input: $input) { ... on RegistrationView { id } } }';
    const VIEW = 'query ($id: ID!) { result: registrationView(id: $id) { tags columns } }';
    const { id } = await api.done<{ id: string }>(SAVE, { input: { conferenceId, name: 'Important', filter: { tags: ['VIP'] }, columns: ['TAGS', 'EMAIL', 'TAGS'] } });
    expect(await api.done(VIEW, { id })).toEqual({ tags: ['VIP'], columns: ['EMAIL', 'TAGS'] });
    const plain = await api.done<{ id: string }>(SAVE, { input: { conferenceId, name: 'Everybody', filter: {} } });
    expect(await api.done(VIEW, { id: plain.id })).toEqual({ tags: [], columns: null });
  });
});

describe('the list of registrations', () => {
  const LIST = `query ($id: ID!, $filter: RegistrationFilter, $first: Int) { result: registrations(conferenceId: $id, filter: $filter, first: $first, sort: NAME) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${FIELDS} } } } }`;

  it('is for staff of the conference', async () => {
    expect((await api.ask(LIST, { id: conferenceId }, { as: await api.signIn('curious@example.org') })).errors?.[0]?.extensions.code).toBe('access.denied');
    expect((await api.ask(LIST, { id: conferenceId }, { as: 'nobody' })).errors?.[0]?.extensions.code).toBe('access.sign-in-needed');
  });

  it('searches, filters by the keys of categories and ties out with the figures', async () => {
    const found = await api.done<{ totalCount: number; edges: { node: { person: { names: { fullLatin: string } } } }[] }>(LIST, { id: conferenceId, filter: { search: '美玲', categories: ['delegate'] } });
    expect(found).toMatchObject({ totalCount: 1, edges: [{ node: { person: { names: { fullLatin: 'Lin Meiling' } } } }] });
    expect(await api.done(LIST, { id: conferenceId, filter: { categories: ['nothing'] } })).toMatchObject({ totalCount: 0, edges: [] });
    const all = await api.done<{ totalCount: number }>(LIST, { id: conferenceId });
    const figures = await api.done<{ byState: { count: number }[]; byCategory: { category: { key: string } }[] }>(
      'query ($id: ID!) { result: registrationFigures(conferenceId: $id) { byState { state count } byNationality { country count } byCategory { category { key } count } } }', { id: conferenceId });
    expect(figures.byState.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalCount);
    expect(figures.byCategory.map(({ category }) => category.key).sort()).toEqual(['delegate', 'media']);
  });

  it('costs the same few statements for two rows as for forty', async () => {
    for (let n = 0; n < 40; n += 1) {
      await register({ as: 'staff' }, { names: { latinFamily: 'Row', latinGiven: `Number ${n}` } }, { onBehalf: { email: `row-${n}@example.org`, origin: 'PHONE' } });
    }
    const read = (first: number): Promise<number> => api.counting(() => api.done(LIST, { id: conferenceId, first }));
    const two = await read(2);
    // What the house does in the background may fall on either.
    expect(await read(40)).toBeLessThanOrEqual(two + 1);
    expect(two).toBeLessThanOrEqual(16);
  });
});

describe('the export', () => {
  it('comes as a file for staff, and as a refusal for others', async () => {
    const get = async (query: string, bearer?: string) => api.app.inject({ method: 'GET', url: `/exports/registrations?${query}`, headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } });
    const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }',
      { input: { name: 'export', role: 'ORGANISER', scope: { kind: 'CONFERENCE', id: conferenceId } } });
    const csv = await get(`conferenceId=${conferenceId}&format=csv`, secret);
    expect([csv.statusCode, csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8; header=present', `attachment; filename="registrations-${SLUG}.csv"`]);
    expect(csv.body).toContain('林美玲');
    const tagged = await get(`conferenceId=${conferenceId}&format=csv&tag=VIP&tag=unused`, secret);
    expect([tagged.body.trim().split('\n').length, tagged.body]).toEqual([2, expect.stringContaining('Speaks too long; VIP')]);
    const xlsx = await get(`conferenceId=${conferenceId}&format=xlsx`, secret);
    expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await get(`conferenceId=${conferenceId}`)).json()).toMatchObject({ code: 'access.sign-in-needed' });
    expect((await get(`conferenceId=${foreignId}`, secret)).json()).toMatchObject({ code: 'access.denied' });
    expect((await get(`conferenceId=${conferenceId}&format=exe`, secret)).statusCode).toBe(400);
  });
});
