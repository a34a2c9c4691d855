import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placesInvariants } from '#places';
import { WholeApi } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;

const SLUG = 'chongqing-2026';
const title = { 'en': 'Dazu rock carvings', 'zh-Hans': '大足石刻' };

interface Delegate { readonly bearer: string; readonly registrationId: string; readonly email: string }

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>(
    'mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title });
  conferenceId = (await api.done<{ id: string }>(`
    mutation ($seriesId: ID!, $city: LocalizedText!) {
      result: createConference(input: { seriesId: $seriesId, slug: "${SLUG}", city: $city, country: "CN", timeZone: "Asia/Shanghai",
        startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } } }`,
  { seriesId: series.id, city: { en: 'Chongqing' } })).id;
  await api.done(`mutation ($conferenceId: ID!, $title: LocalizedText!) {
    result: defineCategory(input: { conferenceId: $conferenceId, key: "delegate", title: $title, capacity: 100 }) { __typename } }`, { conferenceId, title });
  await api.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id: conferenceId });
  await api.done('mutation ($id: ID!) { result: openRegistration(conferenceId: $id) { __typename } }', { id: conferenceId });
});
afterAll(() => api.close());

let count = 0;

async function delegate(): Promise<Delegate> {
  count += 1;
  const email = `delegate${count}@example.org`;
  const { bearer } = await api.signIn(email);
  const { id } = await api.done<{ id: string }>(`
    mutation ($conferenceId: ID!, $given: String!) { result: registerDelegate(input: { conferenceId: $conferenceId, category: "delegate",
      details: { names: { latinFamily: "Yusuf", latinGiven: $given }, consents: [{ key: "privacy", textVersion: "2026-01" }] } }) {
        ... on Registration { id } ... on Refusal { code message } } }`, { conferenceId, given: `Amina ${count}` }, { as: { bearer } });
  return { bearer, registrationId: id, email };
}

async function visit(): Promise<string> {
  count += 1;
  return (await api.done<{ id: string }>('mutation ($input: CreateVisitInput!) { result: createVisit(input: $input) { ... on Visit { id } ... on Refusal { code message } } }', {
    input: { conferenceId, slug: `visit-${count}`, title, stops: [{ name: { en: 'Mount Baoding' }, afterMinutes: 60, stayMinutes: 120 }] },
  })).id;
}

async function departure(visitId: string, from: string, to: string, input: object = {}): Promise<string> {
  return (await api.done<{ id: string }>('mutation ($input: AddDepartureInput!) { result: addDeparture(input: $input) { ... on Departure { id } ... on Refusal { code message } } }', {
    input: { visitId, startsAt: `2026-06-02T${from}`, endsAt: `2026-06-02T${to}`, meetingPoint: { en: 'East gate' }, guideLanguages: ['en'], capacity: 40, ...input },
  })).id;
}

const BOOK = `mutation ($input: BookDepartureInput!, $key: String) { result: bookDeparture(input: $input, idempotencyKey: $key) { __typename
  ... on AgendaItem { state title place positionInLine departure { id } } ... on NoPlaces { code remaining lineOpen }
  ... on Clash { code message with { kind subjectId title } alternatives { id startsAt } } ... on Refusal { code } } }`;
const book = (one: Delegate, departureId: string, joinLine = true, key?: string) => api.done<{ __typename: string; code?: string; state?: string }>(
  BOOK, { input: { registrationId: one.registrationId, departureId, joinLine }, key }, { as: one });

async function forumAt(from: string, to: string): Promise<string> {
  count += 1;
  const { id } = await api.done<{ id: string }>('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }',
    { input: { conferenceId, slug: `forum-${count}`, kind: 'THEMATIC', title, capacity: 100 } });
  await api.done('mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { __typename } }',
    { input: { forumId: id, startsAt: `2026-06-02T${from}`, endsAt: `2026-06-02T${to}` } });
  return id;
}

const choose = (one: Delegate, forumId: string, key?: string) => api.done<{ __typename: string }>(
  'mutation ($input: ChooseForumInput!, $key: String) { result: chooseForum(input: $input, idempotencyKey: $key) { __typename ... on Refusal { code } } }',
  { input: { registrationId: one.registrationId, forumId }, key }, { as: one });

/** Asks again where a machine with too much to do answers with a fault, as a client with a key does. */
async function insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (fault) {
      if (attempt === 5) throw fault;
    }
  }
}

describe('a forum and a departure at one time', () => {
  it('are never both held, asked 200 times at once over HTTP', async () => {
    const [forumId, departureId, one] = [await forumAt('09:00', '11:00'), await departure(await visit(), '10:00', '17:00'), await delegate()];
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => insist(index % 2 === 0
      ? () => choose(one, forumId, `key-${index}`)
      : () => book(one, departureId, true, `key-${index}`))));
    // Whichever came first, all who asked for it again have it already; whoever asked for the other is refused.
    expect(answers.filter((answer) => answer.__typename === 'AgendaItem')).toHaveLength(100);
    const { items } = await api.done<{ items: object[] }>(`{ result: myAgenda(conferenceSlug: "${SLUG}") { items { state } } }`, {}, { as: one });
    expect(items).toHaveLength(1);
    expect(await placesInvariants(api.database.source.manager, api.clock.now())).toEqual([]);
  }, 60_000);

  it('are told with what stands in the way and the departures that would fit', async () => {
    const visitId = await visit();
    const [forumId, wanted, fits] = [await forumAt('09:00', '11:00'), await departure(visitId, '10:00', '13:00'), await departure(visitId, '13:00', '16:00')];
    const one = await delegate();
    await choose(one, forumId);
    expect(await book(one, wanted)).toMatchObject({
      __typename: 'Clash', with: [{ kind: 'FORUM', subjectId: forumId, title }], alternatives: [{ id: fits, startsAt: '2026-06-02T05:00:00.000Z' }],
    });
  });
});

describe('booking over the API', () => {
  it('takes a seat, shows it as mine, lines up, and gives back', async () => {
    const departureId = await departure(await visit(), '18:00', '20:00', { capacity: 1 });
    const [first, second] = [await delegate(), await delegate()];
    expect(await book(first, departureId)).toMatchObject({ __typename: 'AgendaItem', state: 'CONFIRMED', title, place: { en: 'East gate' }, departure: { id: departureId } });
    expect(await book(second, departureId, false)).toMatchObject({ __typename: 'NoPlaces', code: 'places.full', remaining: 0, lineOpen: true });
    expect(await book(second, departureId)).toMatchObject({ state: 'WAITING', positionInLine: 1 });
    const mine = (one: Delegate) => api.done<object>('query ($id: ID!) { result: departure(id: $id) { isBookable places { taken waiting } mine { state offer { isOpen title } } } }', { id: departureId }, { as: one });
    expect(await mine(first)).toEqual({ isBookable: true, places: { taken: 1, waiting: 1 }, mine: { state: 'CONFIRMED', offer: null } });
    expect(await api.done('mutation ($input: CancelBookingInput!) { result: cancelBooking(input: $input) { ... on AgendaItem { state } ... on Refusal { code } } }',
      { input: { registrationId: first.registrationId, departureId } }, { as: first })).toEqual({ state: 'GIVEN_UP' });
    expect(await mine(second)).toEqual({ isBookable: true, places: { taken: 1, waiting: 0 }, mine: { state: 'OFFERED', offer: { isOpen: true, title } } });
  });

  it('is refused for what the form got wrong, beside the field', async () => {
    const visitId = await visit();
    expect(await api.done('mutation ($input: AddDepartureInput!) { result: addDeparture(input: $input) { ... on InvalidInput { problems { path code message } } } }', {
      input: { visitId, startsAt: '2026-06-02T10:00', endsAt: '2026-06-02T09:00', meetingPoint: { en: ' ' }, capacity: 0 },
    })).toMatchObject({ problems: [{ path: 'endsAt', code: 'time.not-after-start' }, { path: 'meetingPoint', code: 'required' }, { path: 'capacity', code: 'too-small' }] });
  });
});

describe('the list of bookings', () => {
  const LIST = `query ($id: ID!, $first: Int, $after: String) { result: bookings(departureId: $id, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id state registration { id email } departure { id } } } } }`;
  interface Listed { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { state: string; registration: { email: string } } }[] }

  it('is for staff: pages in order of booking, each person once', async () => {
    const departureId = await departure(await visit(), '06:00', '08:00', { capacity: 3 });
    const all: Delegate[] = [];
    for (let index = 0; index < 5; index += 1) all.push(await delegate());
    for (const one of all) await book(one, departureId);
    const first = await api.done<Listed>(LIST, { id: departureId, first: 3 });
    const rest = await api.done<Listed>(LIST, { id: departureId, first: 3, after: first.pageInfo.endCursor });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const nodes = [...first.edges, ...rest.edges].map(({ node }) => node);
    expect(nodes.map((node) => node.registration.email)).toEqual(all.map((one) => one.email));
    expect(nodes.map((node) => node.state)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITING', 'WAITING']);
    expect((await api.ask(LIST, { id: departureId }, { as: all[0]! })).errors?.[0]?.extensions.code).toBe('access.denied');
    expect((await api.ask(LIST, { id: departureId, after: 'nonsense' })).errors?.[0]?.extensions.code).toBe('cursor.malformed');
  });
});

describe('the public list of visits', () => {
  it('has pages in order of the first departure, those without one last, and gives one by its slug', async () => {
    const LIST = `query ($first: Int, $after: String, $slug: String) { result: visits(conferenceSlug: "${SLUG}", first: $first, after: $after, slug: $slug) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id slug departures { startsAt } } } } }`;
    interface Listed { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: { id: string; slug: string; departures: { startsAt: string }[] } }[] }
    for (const hour of ['05:00', undefined, '04:00', undefined]) {
      const visitId = await visit();
      if (hour !== undefined) await departure(visitId, hour, '05:30');
    }
    const whole = await api.done<Listed>(LIST, { first: 200 });
    const begins = whole.edges.map(({ node }) => node.departures[0]?.startsAt ?? 'none');
    expect(begins).toEqual(begins.toSorted());
    expect(begins.filter((one) => one === 'none').length).toBeGreaterThanOrEqual(2);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Listed = await api.done<Listed>(LIST, { first: 2, after });
      expect(page.totalCount).toBe(whole.edges.length);
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(whole.edges.map(({ node }) => node.id));
    const [one] = whole.edges;
    expect(await api.done<Listed>(LIST, { slug: one?.node.slug })).toMatchObject({ totalCount: 1, edges: [{ node: { id: one?.node.id } }] });
    for (const after of ['nonsense', Buffer.from('["tomorrow","x"]').toString('base64url'), Buffer.from('["2026-99-99T00:00:00Z","x"]').toString('base64url')]) {
      expect((await api.ask(LIST, { after })).errors?.[0]?.extensions.code).toBe('cursor.malformed');
    }
  });

  it('costs the same few statements whatever its size', async () => {
    const WHOLE = `{ result: visits(conferenceSlug: "${SLUG}") { totalCount edges { node { id slug title stops { name afterMinutes } departures { id startsAt isBookable places { size taken } mine { state } visit { id } } } } } }`;
    const one = await delegate();
    const read = () => api.counting(() => api.done(WHOLE, {}, { as: one }));
    const before = await read();
    for (let index = 0; index < 8; index += 1) {
      const visitId = await visit();
      await departure(visitId, '08:00', '09:00');
      await departure(visitId, '10:00', '11:00');
    }
    expect(await read()).toBe(before);
    expect(before).toBeLessThanOrEqual(12);
  });
});
