import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId: string;
let forumId: string;

const SLUG = 'chongqing-2026';
const title = { 'en': 'Digital trade', 'zh-Hans': '数字贸易' };

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>('mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title });
  conferenceId = (await api.done<{ id: string }>(`
    mutation ($seriesId: ID!, $city: LocalizedText!) {
      result: createConference(input: { seriesId: $seriesId, slug: "${SLUG}", city: $city, country: "CN", timeZone: "Asia/Shanghai",
        startsOn: "2026-06-01", endsOn: "2026-06-03", hostRegion: "Chongqing" }) { ... on Conference { id } } }`, { seriesId: series.id, city: { en: 'Chongqing' } })).id;
  await api.done('mutation ($id: ID!) { result: publishConference(id: $id) { __typename } }', { id: conferenceId });
  forumId = (await api.done<{ id: string }>('mutation ($input: CreateForumInput!) { result: createForum(input: $input) { ... on Forum { id } } }',
    { input: { conferenceId, slug: 'trade', kind: 'THEMATIC', title, capacity: 100 } })).id;
});
afterAll(() => api.close());

const schedule = (input: object, asking: Asking = {}) => api.done<{ __typename: string; session?: { id: string } }>(`
  mutation ($input: ScheduleSessionInput!) { result: scheduleSession(input: $input) { __typename ... on SessionScheduled { session { id startsAt forum { id } } warnings { code blocks people } }
    ... on ChangedMeanwhile { code version changedAt changedBy presentSession { id startsAt } presentForum { id } } ... on Refusal { code } } }`, { input: { forumId, ...input } }, asking);
const at = (from: string, to: string) => ({ startsAt: `2026-06-01T${from}`, endsAt: `2026-06-01T${to}` });
const shown = () => api.done<{ forums: { sessions: object[] }[] }>(`{ result: programme(conferenceSlug: "${SLUG}") { forums { sessions { startsAt forum { title } speakers { name } } } } }`, {}, { as: 'nobody' });
const release = () => api.done<Record<string, unknown>>(`mutation ($conferenceId: ID!) { result: releaseProgramme(input: { conferenceId: $conferenceId, note: "Ready" }) {
  ... on ProgrammeReleased { notified release { number note restores differences { kinds } } } ... on Refusal { code message } } }`, { conferenceId });

describe('a programme with releases', () => {
  it('keeps edits from readers until the next one, shows them to editors, and goes back', async () => {
    const { session } = await schedule(at('09:00', '10:00'));
    expect((await shown()).forums).toMatchObject([{ sessions: [{ startsAt: '2026-06-01T01:00:00.000Z' }] }]);
    expect(await release()).toEqual({ notified: 0, release: { number: 1, note: 'Ready', restores: null, differences: [] } });
    expect(await release()).toMatchObject({ code: 'programme.unchanged', message: 'Nothing has changed since release 1.' });
    await schedule({ id: session?.id, ...at('11:00', '12:00'), speakers: [{ name: { en: 'Li Na' } }] });
    expect((await shown()).forums).toMatchObject([{ sessions: [{ startsAt: '2026-06-01T01:00:00.000Z', forum: { title }, speakers: [] }] }]);
    expect(await api.done(`query ($id: ID!) { result: programmeDraft(conferenceId: $id) { basedOn { number } warnings { code }
      forums { sessions { startsAt speakers { name } } } differences { kinds forumTitle changedBy before { startsAt speakers } after { startsAt speakers } } } }`, { id: conferenceId })).toEqual({
      basedOn: { number: 1 }, warnings: [],
      forums: [{ sessions: [{ startsAt: '2026-06-01T03:00:00.000Z', speakers: [{ name: { en: 'Li Na' } }] }] }],
      differences: [{
        kinds: ['RETIMED', 'SPEAKERS'], forumTitle: title, changedBy: expect.any(String),
        before: { startsAt: '2026-06-01T01:00:00.000Z', speakers: [] }, after: { startsAt: '2026-06-01T03:00:00.000Z', speakers: [{ en: 'Li Na' }] },
      }],
    });
    expect(await api.done('query ($id: ID!) { result: previewRelease(conferenceId: $id) { people clashing byReason { reason people } byLanguage { locale people } sample { name } } }', { id: conferenceId }))
      .toEqual({ people: 0, clashing: 0, byReason: [], byLanguage: [], sample: [] });
    expect(await release()).toMatchObject({ release: { number: 2 } });
    expect((await shown()).forums).toMatchObject([{ sessions: [{ startsAt: '2026-06-01T03:00:00.000Z' }] }]);
    await api.done('mutation ($conferenceId: ID!) { result: rollBackProgramme(input: { conferenceId: $conferenceId, number: 1 }) { __typename } }', { conferenceId });
    expect((await shown()).forums).toMatchObject([{ sessions: [{ startsAt: '2026-06-01T01:00:00.000Z', speakers: [] }] }]);
    expect(await api.done('query ($id: ID!) { result: programmeReleases(conferenceId: $id) { number restores } }', { id: conferenceId }))
      .toEqual([{ number: 3, restores: 1 }, { number: 2, restores: null }, { number: 1, restores: null }]);
  });

  it('names to the second editor who was faster, and what it is now', async () => {
    const { session } = await schedule(at('14:00', '15:00'));
    await schedule({ id: session?.id, version: 1, ...at('15:00', '16:00') });
    expect(await schedule({ id: session?.id, version: 1, ...at('16:00', '17:00') })).toMatchObject({
      __typename: 'ChangedMeanwhile', code: 'session.changed-meanwhile', version: 2, changedBy: expect.any(String),
      presentSession: { id: session?.id, startsAt: '2026-06-01T07:00:00.000Z' }, presentForum: null,
    });
  });

  it('is read and released by editors only', async () => {
    const stranger = await api.signIn('curious@example.org');
    for (const query of ['programmeDraft(conferenceId: $id) { __typename }', 'programmeDiff(conferenceId: $id) { __typename }', 'previewRelease(conferenceId: $id) { people }', 'programmeReleases(conferenceId: $id) { number }']) {
      expect((await api.ask(`query ($id: ID!) { ${query} }`, { id: conferenceId }, { as: stranger })).errors?.[0]?.extensions.code).toBe('access.denied');
    }
  });
});
