import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
let roomId: string;
let delegate: { readonly bearer: string };
let registrationId: string;

const SLUG = 'chongqing-2026';
const title = { 'en': 'Digital trade', 'zh-Hans': '数字贸易' };

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>(
    'mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title });
  const conference = await api.done<{ id: string }>(`
    mutation ($seriesId: ID!, $city: LocalizedText!) {
      result: createConference(input: { seriesId: $seriesId, slug: "${SLUG}", city: $city, country: "CN", timeZone: "Asia/Shanghai",
        startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } ... on Refusal { code message } } }`,
  { seriesId: series.id, city: { en: 'Chongqing' } });
  conferenceId = conference.id;
  await api.done(`mutation ($conferenceId: ID!, $title: LocalizedText!) {
    result: defineCategory(input: { conferenceId: $conferenceId, key: "delegate", title: $title, capacity: 100 }) { __typename } }`, { conferenceId, title });
  await api.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id: conferenceId });
  await api.done('mutation ($id: ID!) { result: openRegistration(conferenceId: $id) { __typename } }', { id: conferenceId });
  roomId = await room();
  delegate = await api.signIn('amina.yusuf@example.org');
  registrationId = (await api.done<{ id: string }>(`
    mutation ($conferenceId: ID!) { result: registerDelegate(input: { conferenceId: $conferenceId, category: "delegate",
      details: { names: { latinFamily: "Yusuf", latinGiven: "Amina" }, consents: [{ key: "privacy", textVersion: "2026-01" }] } }) {
        ... on Registration { id } ... on Refusal { code message } } }`, { conferenceId }, { as: delegate })).id;
});
afterAll(() => api.close());

async function room(): Promise<string> {
  const venue = await api.done<{ id: string }>(
    'mutation ($input: CreateVenueInput!) { result: createVenue(input: $input) { ... on Venue { id } } }', { input: { conferenceId, name: { en: 'Expo Centre' } } });
  return (await api.done<{ id: string }>(
    'mutation ($input: CreateRoomInput!) { result: createRoom(input: $input) { ... on Room { id capacity venue { name rooms { id } } } } }',
    { input: { venueId: venue.id, name: { en: 'Great Hall' }, capacity: 80 } })).id;
}

let count = 0;

async function forum(input: object = {}): Promise<{ id: string; slug: string }> {
  count += 1;
  return api.done('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id slug } ... on Refusal { code message } } }',
    { input: { conferenceId, slug: `forum-${count}`, kind: 'THEMATIC', title, capacity: 100, ...input } });
}

interface Scheduled { readonly code?: string; readonly session?: { readonly id: string }; readonly by?: object; readonly warnings?: object[] }

const SCHEDULE = `mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { __typename
  ... on SessionScheduled { session { id title startsAt version room { name } } warnings { code message sessions { id } } }
  ... on RoomTaken { code message by { id forum { slug } } } ... on InvalidInput { code problems { path code message } } ... on Refusal { code } } }`;

function schedule(input: object, asking: Asking = {}): Promise<Scheduled> {
  return api.done(SCHEDULE, { input }, asking);
}

const at = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });

const CHOOSE = `mutation ($input: ChooseForumInput!) { result: chooseForum(input: $input) { __typename
  ... on AgendaItem { id state title startsAt place forum { id } } ... on Clash { code message with { kind subjectId title state } alternatives { id } }
  ... on NoPlaces { code remaining lineOpen } ... on Refusal { code message } } }`;
const choose = (forumId: string, asking: Asking = { as: delegate }) => api.done<Record<string, unknown>>(CHOOSE, { input: { registrationId, forumId } }, asking);

describe('editing the programme', () => {
  it('names the session that has a room, and warns in the caller\'s language', async () => {
    const [one, two] = [await forum(), await forum()];
    const first = await schedule({ forumId: one.id, roomId, ...at('09:00', '10:00') }, { locale: 'zh-Hans' });
    expect(first).toMatchObject({
      session: { title, startsAt: '2026-06-01T01:00:00.000Z', version: 1, room: { name: { en: 'Great Hall' } } },
      warnings: [{ code: 'programme.room-too-small', message: expect.stringContaining('会场'), sessions: [{ id: first.session?.id }] }],
    });
    expect(await schedule({ forumId: two.id, roomId, ...at('09:30', '10:30') }))
      .toMatchObject({ __typename: 'RoomTaken', code: 'programme.room-taken', by: { id: first.session?.id, forum: { slug: one.slug } } });
    expect(await schedule({ forumId: two.id, ...at('10:00', '09:00') }))
      .toMatchObject({ problems: [{ path: 'endsAt', code: 'time.not-after-start', message: 'The end must come after the beginning.' }] });
  });

  it('is not for strangers or delegates', async () => {
    const { id } = await forum();
    expect(await schedule({ forumId: id, ...at('09:00', '10:00') }, { as: 'nobody' })).toMatchObject({ code: 'access.sign-in-needed' });
    expect(await schedule({ forumId: id, ...at('09:00', '10:00') }, { as: delegate })).toMatchObject({ code: 'access.denied' });
    expect((await api.ask('query ($id: ID!) { programmeWarnings(conferenceId: $id) { code } }', { id: conferenceId }, { as: delegate })).errors?.[0]?.extensions.code).toBe('access.denied');
  });

  it('tells the second editor that someone was faster', async () => {
    const { id } = await forum();
    const update = (capacity: number) => api.done<{ version?: number }>(
      'mutation ($input: UpdateForumInput!) { result: updateForum(input: $input) { ... on Forum { version places { size } } ... on Refusal { code message } } }',
      { input: { id, version: 1, capacity } });
    expect(await update(50)).toEqual({ version: 2, places: { size: 50 } });
    expect(await update(60)).toMatchObject({ code: 'forum.changed-meanwhile' });
  });
});

describe('choosing a forum', () => {
  it('answers with the item of the agenda, shows it as mine, and names what clashes', async () => {
    const [held, wanted] = [await forum(), await forum()];
    await schedule({ forumId: held.id, ...at('14:00', '15:00') });
    await schedule({ forumId: wanted.id, ...at('14:30', '15:30') });
    expect(await choose(held.id)).toMatchObject({ __typename: 'AgendaItem', state: 'CONFIRMED', title, startsAt: '2026-06-01T06:00:00.000Z', forum: { id: held.id } });
    expect(await choose(wanted.id)).toMatchObject({ __typename: 'Clash', with: [{ kind: 'FORUM', subjectId: held.id, title, state: 'CONFIRMED' }], alternatives: [] });
    const mine = async (asking: Asking) => (await api.done<{ forums: { id: string; mine: object | null }[] }>(
      `{ result: programme(conferenceSlug: "${SLUG}") { forums { id mine { state } } } }`, {}, asking)).forums.filter((one) => one.mine !== null);
    expect(await mine({ as: delegate })).toEqual([{ id: held.id, mine: { state: 'CONFIRMED' } }]);
    expect(await mine({ as: 'nobody' })).toEqual([]);
    const other = (await api.done<{ id: string }>(`
      mutation ($conferenceId: ID!) { result: registerDelegate(input: { conferenceId: $conferenceId, category: "delegate",
        details: { names: { latinFamily: "Yusuf", latinGiven: "Bala" }, consents: [{ key: "privacy", textVersion: "2026-01" }] } }) {
          ... on Registration { id } ... on Refusal { code message } } }`, { conferenceId }, { as: delegate })).id;
    await api.done(CHOOSE, { input: { registrationId: other, forumId: wanted.id } }, { as: delegate });
    const ofEach = (await api.done<{ forums: { id: string; preferred: object | null; first: object | null; second: object | null }[] }>(`query ($one: ID!, $two: ID!) { result: programme(conferenceSlug: "${SLUG}") {
      forums { id preferred: mine { registrationId } first: mine(registrationId: $one) { state } second: mine(registrationId: $two) { state } } } }`, { one: registrationId, two: other }, { as: delegate })).forums;
    const preferred = (await api.done<{ id: string }>(`{ result: myRegistration(conferenceSlug: "${SLUG}") { id } }`, {}, { as: delegate })).id;
    expect(preferred).toBe(other);
    expect(ofEach.filter(({ id }) => [held.id, wanted.id].includes(id)).map(({ id, preferred, first, second }) => [id, preferred !== null, first, second])).toEqual([
      [held.id, false, { state: 'CONFIRMED' }, null], [wanted.id, true, null, { state: 'CONFIRMED' }],
    ]);
    await api.done('mutation ($id: ID!) { result: withdrawRegistration(input: { id: $id }) { __typename } }', { id: other }, { as: delegate });
    expect(await api.done('mutation ($input: LeaveForumInput!) { result: leaveForum(input: $input) { ... on AgendaItem { state } } }',
      { input: { registrationId, forumId: held.id } }, { as: delegate })).toEqual({ state: 'GIVEN_UP' });
    expect(await mine({ as: delegate })).toEqual([]);
  });

  it('for somebody else\'s registration is refused', async () => {
    const { id } = await forum();
    expect(await choose(id, { as: await api.signIn('stranger@example.org') })).toMatchObject({ code: 'access.denied' });
  });
});

describe('the public programme', () => {
  const WHOLE = `{ result: programme(conferenceSlug: "${SLUG}") { version calendarPath conference { slug } forums { id slug title startsAt endsAt calendarPath
    places { size taken remaining } mine { state } sessions { id title startsAt room { name venue { name } } speakers { name role } forum { id } } } } }`;

  it('costs the same few statements whatever its size', async () => {
    const read = () => api.counting(() => api.done(WHOLE, {}, { as: delegate }));
    const before = await read();
    const other = await room();
    for (let hour = 0; hour < 10; hour += 1) {
      const { id } = await forum();
      await schedule({ forumId: id, roomId: other, speakers: [{ name: { en: `Speaker ${hour}` }, role: 'KEYNOTE' }], startsAt: `2026-06-02T${10 + hour}:00`, endsAt: `2026-06-02T${10 + hour}:45` });
    }
    expect(await read()).toBe(before);
    expect(before).toBeLessThanOrEqual(15);
    expect(await read()).toBeLessThanOrEqual(8);
  });

  it('comes in order of time, what is not scheduled last', async () => {
    const { forums } = await api.done<{ forums: { startsAt: string | null }[] }>(WHOLE, {}, { as: 'nobody' });
    const times = forums.map((one) => one.startsAt);
    expect(times).toEqual([...times].sort((a, b) => (a ?? '9').localeCompare(b ?? '9')));
  });

  it('is not shown of a conference that nobody knows', async () => {
    expect((await api.ask('{ programme(conferenceSlug: "nowhere") { version } }')).errors?.[0]?.extensions.code).toBe('conference.unknown');
  });
});

describe('the calendar feeds', () => {
  const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ method: 'GET', url, headers });

  it('carry the whole programme, or one forum, in the reader\'s language', async () => {
    const { id, slug } = await forum({ title: { 'en': 'Green industry', 'zh-Hans': '绿色产业' } });
    const { session } = await schedule({ forumId: id, ...at('20:00', '21:00') });
    const whole = await get(`/feeds/${SLUG}/programme.ics`, { 'accept-language': 'zh-CN' });
    expect(whole.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');
    expect(unfolded(whole.body)).toContain('SUMMARY:绿色产业');
    const one = unfolded((await get(`/feeds/${SLUG}/forums/${slug}.ics?lang=en`)).body);
    expect(one.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(one).toContain(`UID:session-${session?.id ?? ''}@conference.example.org`);
    expect(one).toContain('SUMMARY:Green industry');
    await api.done('mutation ($id: ID!) { result: removeSession(id: $id) { ... on Forum { id } } }', { id: session?.id });
    expect(unfolded((await get(`/feeds/${SLUG}/forums/${slug}.ics`)).body)).toMatch(/SEQUENCE:2[^]*STATUS:CANCELLED/);
  });

  it('are not sent again while nothing has changed', async () => {
    const first = await get(`/feeds/${SLUG}/programme.ics`);
    const again = await get(`/feeds/${SLUG}/programme.ics`, { 'if-none-match': String(first.headers['etag']) });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
  });

  it('are not there for what is not published', async () => {
    for (const path of ['/feeds/nowhere/programme.ics', `/feeds/${SLUG}/forums/nothing.ics`, `/feeds/${SLUG}/forums/forum-1`]) expect((await get(path)).statusCode).toBe(404);
  });
});
