import { RateLimiter } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../../testing/whole-api.js';
import type { Asking } from '../../testing/whole-api.js';
import { LIMIT_OF_QUERIES } from '../mutation-limits.js';

let api: WholeApi;
let other: WholeApi;
let conferenceId: string;
let forumId: string;
let sessionId: string;
let amina: Delegate;
let bala: Delegate;

interface Delegate {
  readonly bearer: string;
  readonly registrationId: string;
}

const SLUG = 'chongqing-2026';
const NOBODY: Asking = { as: 'nobody' };
const EVERYTHING = `programme(conferenceSlug: "${SLUG}") {
  version calendarPath conference { id slug title theme description practicalInformation ordinal hostRegion city country timeZone startsOn endsOn locales state hosts { id role name website } version }
  forums { id slug kind title description admission audience categoryIds sender startsAt endsAt calendarPath version places { poolId size taken remaining waiting lineOpen } mine { state forum { slug } }
    sessions { id kind interpretation title description startsAt endsAt version equipmentIds forum { id slug } room { id name capacity booths venue { id name address rooms { id } } }
      speakers { id name affiliation role state } } } }`;
const READ = `{ result: programme(conferenceSlug: "${SLUG}") { forums { slug title places { taken lineOpen } mine { state } sessions { title } } } }`;

interface Read { readonly forums: readonly { readonly slug: string; readonly title: object; readonly places: object; readonly mine: object | null }[] }
const read = async (from: WholeApi = api, asking: Asking = NOBODY): Promise<Read> => from.done<Read>(READ, {}, asking);
const first = async (from: WholeApi = api, asking: Asking = NOBODY) => (await read(from, asking)).forums.find(({ slug }) => slug === 'trade');

beforeAll(async () => {
  api = await WholeApi.open();
  other = await api.beside();
  const title = { en: 'Digital trade' };
  const series = await api.done<{ id: string }>('mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title });
  conferenceId = (await api.done<{ id: string }>(`mutation ($seriesId: ID!, $city: LocalizedText!) {
    result: createConference(input: { seriesId: $seriesId, slug: "${SLUG}", city: $city, country: "CN", timeZone: "Asia/Shanghai", startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) {
      ... on Conference { id } } }`, { seriesId: series.id, city: { en: 'Chongqing' } })).id;
  await api.done('mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', { input: { conferenceId, key: 'delegate', title, capacity: 100, closesAt: '2026-06-15T00:00:00Z' } });
  forumId = (await api.done<{ id: string }>('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }',
    { input: { conferenceId, slug: 'trade', kind: 'THEMATIC', title, capacity: 10 } })).id;
  await api.done('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { __typename } }', { input: { conferenceId, slug: 'health', kind: 'PLENARY', title: { 'en': 'Health', 'zh-Hans': '健康' }, capacity: 10 } });
  sessionId = (await api.done<{ session: { id: string } }>('mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { ... on SessionScheduled { session { id } } } }',
    { input: { forumId, startsAt: '2026-06-01T09:00', endsAt: '2026-06-01T10:00', speakers: [{ name: { en: 'Li Na' }, role: 'KEYNOTE' }] } })).session.id;
});
afterAll(async () => {
  await other.close();
  await api.close();
});

async function delegate(email: string): Promise<Delegate> {
  const { bearer } = await api.signIn(email);
  const { id } = await api.done<{ id: string }>('mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id } ... on Refusal { code } } }',
    { input: { conferenceId, category: 'delegate', details: { names: { latinFamily: 'Yusuf', latinGiven: email.startsWith('a') ? 'Amina' : 'Bala' }, consents: [{ key: 'privacy', textVersion: '2026-01' }] } } }, { as: { bearer } });
  return { bearer, registrationId: id };
}

const choose = (from: WholeApi, { bearer, registrationId }: Delegate) => from.done<object>(
  'mutation ($input: ChooseForumInput!) { result: chooseForum(input: $input) { ... on AgendaItem { state } ... on Refusal { code } } }', { input: { registrationId, forumId } }, { as: { bearer } });
const rename = async (from: WholeApi, en: string): Promise<void> => {
  const [row] = await api.database.source.query<{ version: number }[]>('SELECT version FROM forum WHERE id = $1', [forumId]);
  await from.done('mutation ($input: UpdateForumInput!) { result: updateForum(input: $input) { ... on Forum { id } ... on Refusal { code } } }', { input: { id: forumId, version: row?.version, title: { en } } });
};
const raw = (payload: object | string, headers: Record<string, string> = { 'content-type': 'application/json' }) => api.app.inject({ method: 'POST', url: '/graphql', payload, headers });

describe('what is kept of a conference', () => {
  it('is nothing of a refusal: a draft is seen from the very moment it is published', async () => {
    for (let turn = 0; turn < 2; turn += 1) expect((await api.ask(READ, {}, NOBODY)).errors?.[0]?.extensions.code).toBe('conference.unknown');
    await other.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id: conferenceId });
    expect((await read()).forums.map(({ slug }) => slug)).toEqual(['trade', 'health']);
    await other.done('mutation ($id: ID!) { result: openRegistration(conferenceId: $id) { __typename } }', { id: conferenceId });
    const state = `{ result: conference(slug: "${SLUG}") { state } }`;
    expect(await api.done(state, {}, NOBODY)).toEqual({ state: 'OPEN' });
    [amina, bala] = [await delegate('amina.yusuf@example.org'), await delegate('bala.yusuf@example.org')];
  });

  it('answers a stranger without GraphQL, byte by byte as GraphQL does', async () => {
    const query = `{ ${EVERYTHING.replace('equipmentIds', '').replace(' state }', ' }').replace('role state', 'role')} }`;
    const [made, kept] = [await raw({ query }), await raw({ query })];
    expect(made.statusCode).toBe(200);
    expect([kept.statusCode, kept.payload, kept.headers['content-type'], kept.headers['content-length']])
      .toEqual([made.statusCode, made.payload, made.headers['content-type'], made.headers['content-length']]);
    expect(await api.counting(() => raw({ query }))).toBe(0);
  });

  it('is what would be read, for strangers and for account holders', async () => {
    await choose(api, amina);
    for (const asking of [NOBODY, { as: amina }, { as: bala }]) {
      // A key that is asked for twice is nothing that is taken apart: such a query is executed whole.
      const whole = await api.ask(`{ again: __typename again: __typename ${EVERYTHING} }`, {}, asking);
      for (let turn = 0; turn < 2; turn += 1) expect({ again: 'Query', ...(await api.ask(`{ ${EVERYTHING} }`, {}, asking)).data }).toEqual(whole.data);
    }
  });

  it('shows what another api committed on the very next read', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await read();
      await rename(other, `Trade ${turn}`);
      expect((await first())?.title).toEqual({ en: `Trade ${turn}` });
      expect((await first(api, { as: amina }))?.title).toEqual({ en: `Trade ${turn}` });
    }
  });

  it('is really kept: a write that does not raise the version is not seen', async () => {
    const before = await read();
    await api.database.source.query(`UPDATE shown_forum SET title = '{"en":"behind our back"}' WHERE id = $1`, [forumId]);
    expect(await read()).toEqual(before);
    await api.database.source.query('UPDATE conference_version SET version = version + 1 WHERE conference_id = $1', [conferenceId]);
    expect((await first())?.title).toEqual({ en: 'behind our back' });
  });

  it('counts places as they are, whoever takes one, and knows when a line closes', async () => {
    expect((await first())?.places).toEqual({ taken: 1, lineOpen: true });
    await choose(other, bala);
    expect((await first())?.places).toEqual({ taken: 2, lineOpen: true });
    await api.database.source.query("UPDATE pool SET closes_at = '2026-06-01T02:00:00Z' WHERE subject_id = $1", [forumId]);
    const now = api.clock.now();
    api.clock.moveTo(new Date('2026-06-01T02:00:00Z'));
    expect((await first())?.places).toEqual({ taken: 2, lineOpen: false });
    api.clock.moveTo(now);
    expect((await first())?.places).toEqual({ taken: 2, lineOpen: true });
  });

  it('holds nothing of what is declared nowhere', async () => {
    const query = `{ result: programme(conferenceSlug: "${SLUG}") { conference { categories { isOpen } } } }`;
    const now = api.clock.now();
    expect(await api.done(query, {}, NOBODY)).toEqual({ conference: { categories: [{ isOpen: true }] } });
    api.clock.moveTo(new Date('2026-07-01T00:00:00Z'));
    expect(await api.done(query, {}, NOBODY)).toEqual({ conference: { categories: [{ isOpen: false }] } });
    api.clock.moveTo(now);
  });
});

describe('who reads', () => {
  const mine = async (asking: Asking): Promise<object | null | undefined> => (await first(api, asking))?.mine;

  it('reads what is their own, and strangers nothing', async () => {
    const leave = 'mutation ($input: LeaveForumInput!) { result: leaveForum(input: $input) { __typename } }';
    expect([await mine(NOBODY), await mine({ as: amina }), await mine({ as: bala }), await mine(NOBODY)]).toEqual([null, { state: 'CONFIRMED' }, { state: 'CONFIRMED' }, null]);
    await other.done(leave, { input: { registrationId: bala.registrationId, forumId } }, { as: bala });
    expect([await mine({ as: amina }), await mine({ as: bala })]).toEqual([{ state: 'CONFIRMED' }, null]);
  });

  it('reads by their role: what editors alone are told is told to them alone, before and after', async () => {
    const room = (await api.done<{ id: string }>('mutation ($input: CreateEquipmentInput!) { result: createEquipment(input: $input) { ... on Equipment { id } ... on Refusal { code } } }',
      { input: { conferenceId, name: { en: 'Projector' }, quantity: 1 } })).id;
    const [row] = await api.database.source.query<{ version: number }[]>('SELECT version FROM session WHERE id = $1', [sessionId]);
    await api.done('mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { __typename ... on Refusal { code } } }',
      { input: { id: sessionId, version: row?.version, forumId, startsAt: '2026-06-01T09:00', endsAt: '2026-06-01T10:00', equipmentIds: [room] } });
    const query = `{ result: programme(conferenceSlug: "${SLUG}") { forums { slug sessions { equipmentIds speakers { state } } } } }`;
    const told = async (asking: Asking) => (await api.done<{ forums: { slug: string; sessions: object[] }[] }>(query, {}, asking)).forums.find(({ slug }) => slug === 'trade')?.sessions;
    const nothing = [{ equipmentIds: [], speakers: [{ state: null }] }];
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await told(NOBODY)).toEqual(nothing);
      expect(await told({ as: amina })).toEqual(nothing);
      expect(await told({ as: 'staff' })).toEqual([{ equipmentIds: [room], speakers: [{ state: 'PROPOSED' }] }]);
    }
  });
});

describe('the door before GraphQL', () => {
  it('is for JSON without cookie or bearer only; a known query is refused otherwise as an unknown one', async () => {
    await read();
    const known = { query: READ, variables: {} };
    expect((await raw(known)).statusCode).toBe(200);
    const simple = await raw(JSON.stringify(known), { 'content-type': 'text/plain' });
    expect(simple.statusCode).toBeGreaterThanOrEqual(400);
    expect((await raw([known])).statusCode).toBe(400);
    expect((await raw(known, { 'content-type': 'application/json', 'accept': 'text/html' })).statusCode).toBe(406);
    expect((await raw(known, { 'content-type': 'application/json', 'cookie': 'a=b', 'origin': 'https://elsewhere.example' })).statusCode).toBe(403);
    expect(await api.counting(() => raw(known, { 'content-type': 'application/json', 'authorization': 'Bearer hgs_unknown' }))).toBeGreaterThan(0);
  });

  it('does not take one query for another', async () => {
    const ask = async (query: string, variables: object) => (await api.ask(query, variables, NOBODY)).data;
    const byId = `query ($slug: String!, $with: Boolean! = false) { programme(conferenceSlug: $slug) { forums { slug kind @include(if: $with) } } }`;
    const [plain, withKind] = [{ programme: { forums: [{ slug: 'trade' }, { slug: 'health' }] } }, { programme: { forums: [{ slug: 'trade', kind: 'THEMATIC' }, { slug: 'health', kind: 'PLENARY' }] } }];
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await ask(byId, { slug: SLUG })).toEqual(plain);
      expect(await ask(byId, { slug: SLUG, with: true })).toEqual(withKind);
    }
    expect((await api.ask(byId, { slug: 'elsewhere' }, NOBODY)).errors?.[0]?.extensions.code).toBe('conference.unknown');
    expect((await api.ask(byId, { slug: 'a\u0000b' }, NOBODY)).data).toBeNull();
    const two = `query One { programme(conferenceSlug: "${SLUG}") { calendarPath } } query Two { programme(conferenceSlug: "${SLUG}") { forums { slug } } }`;
    for (const operationName of ['One', 'Two', 'One']) expect(Object.keys((await raw({ query: two, operationName })).json<{ data: { programme: object } }>().data.programme)).toEqual([operationName === 'One' ? 'calendarPath' : 'forums']);
  });

  it('counts like any other query', async () => {
    const limited = await WholeApi.open({ RATE_LIMITS: 'on' });
    try {
      const { limit } = LIMIT_OF_QUERIES.ANONYMOUS;
      const series = await limited.done<{ id: string }>('mutation { result: createSeries(input: { slug: "cooperation", title: { en: "Cooperation" } }) { ... on Series { id } } }');
      const { id } = await limited.done<{ id: string }>(`mutation ($seriesId: ID!) { result: createConference(input: { seriesId: $seriesId, slug: "limited", city: { en: "Chengdu" }, country: "CN", timeZone: "Asia/Shanghai",
        startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chengdu" }) { ... on Conference { id } ... on Refusal { code } } }`, { seriesId: series.id });
      await limited.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id });
      const ask = () => limited.app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ programme(conferenceSlug: "limited") { calendarPath } }' }, headers: { 'x-forwarded-for': '203.0.113.9' } });
      expect((await ask()).statusCode).toBe(200);
      await limited.app.get(RateLimiter, { strict: false }).take('query:address:203.0.113.9', limit - 3, LIMIT_OF_QUERIES.ANONYMOUS);
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask()).statusCode);
      expect(statuses).toEqual([200, 200, 429, 429]);
    } finally {
      await limited.close();
    }
  });
});
