import { GrantRole, systemActor } from '#identity';
import { isRefusal } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
let own: string;
let other: string;
let editor: Asking;
let viewer: Asking;

const SLUG = 'chengdu-2027';
const title = { 'en': 'Digital trade', 'zh-Hans': '数字贸易' };
const createForum = async (slug: string): Promise<string> => (await api.done<{ id: string }>(
  'mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }', { input: { conferenceId, slug, kind: 'THEMATIC', title, capacity: 100 } })).id;
const token = async (role: string, scope: object): Promise<Asking> => ({ as: { bearer: (await api.done<{ secret: string }>(
  'mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } ... on Refusal { code } } }', { input: { name: role, role, scope } })).secret } });

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>('mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title });
  const create = async (slug: string, startsOn: string, endsOn: string): Promise<string> => (await api.done<{ id: string }>(`
    mutation ($seriesId: ID!, $city: LocalizedText!) {
      result: createConference(input: { seriesId: $seriesId, slug: "${slug}", city: $city, country: "CN", timeZone: "Asia/Shanghai",
        startsOn: "${startsOn}", endsOn: "${endsOn}", hostRegion: "Chongqing" }) { ... on Conference { id } } }`, { seriesId: series.id, city: { en: 'Chengdu' } })).id;
  conferenceId = await create(SLUG, '2027-06-01', '2027-06-03');
  await create('elsewhere-2028', '2028-06-01', '2028-06-03');
  [own, other] = [await createForum('trade'), await createForum('health')];
  editor = await token('PROGRAMME_EDITOR', { kind: 'FORUM', id: own });
  viewer = await token('VIEWER', { kind: 'FORUM', id: own });
});
afterAll(() => api.close());

const schedule = (forumId: string, asking: Asking) => api.done<{ code?: string; session?: { id: string } }>(`
  mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { ... on SessionScheduled { session { id } } ... on Refusal { code } } }`,
{ input: { forumId, startsAt: '2027-06-01T09:00', endsAt: '2027-06-01T10:00' } }, asking);
const slugsSeen = async (asking: Asking): Promise<readonly string[]> =>
  (await api.done<{ edges: { node: { slug: string } }[] }>('{ result: conferences { edges { node { slug } } } }', {}, asking)).edges.map(({ node }) => node.slug);

describe('staff of one forum of a conference that is a draft', () => {
  it('see that conference and no other draft, as nobody else does', async () => {
    for (const asking of [editor, viewer]) {
      expect(await api.done(`{ result: conference(slug: "${SLUG}") { id } }`, {}, asking)).toEqual({ id: conferenceId });
      expect(await api.done('{ result: conference(slug: "elsewhere-2028") { id } }', {}, asking)).toBeNull();
      expect(await slugsSeen(asking)).toEqual([SLUG]);
    }
    expect(await api.done(`{ result: conference(slug: "${SLUG}") { id } }`, {}, { as: 'nobody' })).toBeNull();
    expect(await slugsSeen({ as: 'nobody' })).toEqual([]);
  });

  it('edit their forum and no other: sessions, speakers, warnings, draft', async () => {
    const { session } = await schedule(own, editor);
    expect(await schedule(other, editor)).toEqual({ code: 'access.denied' });
    expect(await schedule(own, viewer)).toEqual({ code: 'access.denied' });
    await api.done('mutation ($input: AddSpeakerInput!) { result: addSpeaker(input: $input) { __typename } }', { input: { sessionId: session?.id, version: 1, name: { en: 'Li Na' } } }, editor);
    await schedule(other, { as: 'staff' });
    const draft = await api.done<object>('query ($id: ID!) { result: programmeDraft(conferenceId: $id) { forums { slug sessions { speakers { state } } } } }', { id: conferenceId }, editor);
    expect(draft).toEqual({ forums: [{ slug: 'trade', sessions: [{ speakers: [{ state: 'PROPOSED' }] }] }] });
    const warnings = async (asking: Asking) => (await api.done<{ sessions: { forum: { slug: string } }[] }[]>(
      'query ($id: ID!) { result: programmeWarnings(conferenceId: $id) { sessions { forum { slug } } } }', { id: conferenceId }, asking)).flatMap((warning) => warning.sessions.map(({ forum }) => forum.slug));
    expect(new Set(await warnings(editor))).not.toContain('health');
    const rename = (id: string) => api.done<object>(
      'mutation ($input: UpdateForumInput!) { result: updateForum(input: $input) { ... on Forum { slug } ... on Refusal { code } } }', { input: { id, version: 1, capacity: 90 } }, editor);
    expect([await rename(own), await rename(other)]).toMatchObject([{ slug: 'trade' }, { code: 'access.denied' }]);
    expect(await api.done('mutation ($input: CreateVenueInput!) { result: createVenue(input: $input) { ... on Refusal { code } } }', { input: { conferenceId, name: title } }, editor)).toEqual({ code: 'access.denied' });
  });

  it('may read the draft programme; registrations stay closed to them', async () => {
    expect(await api.done(`{ result: programme(conferenceSlug: "${SLUG}") { forums { slug } } }`, {}, viewer)).toMatchObject({ forums: [{ slug: 'health' }, { slug: 'trade' }] });
    expect((await api.ask('query ($id: ID!) { registrations(conferenceId: $id) { totalCount } }', { id: conferenceId }, viewer)).errors?.[0]?.extensions.code).toBe('access.denied');
  });

  it('hold a role whose conference is written with it, as a person too', async () => {
    const made = await api.app.get(GrantRole, { strict: false }).run(systemActor, { email: 'editor@example.org', role: 'PROGRAMME_EDITOR', scope: { kind: 'FORUM', id: own } });
    expect(isRefusal(made) ? made : made.conferenceId).toBe(conferenceId);
  });
});
