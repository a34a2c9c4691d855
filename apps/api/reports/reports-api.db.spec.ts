import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

const text = { 'en': 'Ports, rails', 'zh-Hans': '港口与铁路' };
let api: WholeApi;
let here: string;
const as = new Map<string, Asking>();

async function made(mutation: string, result: string, input: object): Promise<string> {
  const { id } = await api.done<{ id: string }>(`mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { ... on ${result} { id } ... on Refusal { code message } } }`, { input });
  return id;
}

async function bearer(role: string, id: string): Promise<Asking> {
  const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'CONFERENCE', id } } });
  return { as: { bearer: secret } };
}

async function conference(slug: string): Promise<string> {
  const seriesId = await made('createSeries', 'Series', { slug: `series-${slug}`, title: text });
  return made('createConference', 'Conference', { seriesId, slug, title: text, city: text, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', hostRegion: 'Chongqing', hostOverrideReason: 'The first edition.' });
}

const register = (n: number, nationality: string): Promise<string> => made('registerDelegate', 'Registration', {
  conferenceId: here, category: 'delegate', onBehalf: { email: `delegate-${n}@example.org`, origin: 'PAPER' },
  details: { names: { latinFamily: `Person ${String.fromCharCode(65 + n)}`, latinGiven: 'Amina' }, nationality, residence: 'CN', consents: [{ key: 'privacy', textVersion: '1' }] },
});

beforeAll(async () => {
  api = await WholeApi.open();
  here = await conference('here');
  await made('defineCategory', 'Category', { conferenceId: here, key: 'delegate', title: text, capacity: 10 });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id: here });
  const ids = [await register(0, 'NG'), await register(1, 'NG'), await register(2, 'KZ')];
  // Half past midnight in Chongqing is the day before in UTC.
  await api.database.source.query("UPDATE registration SET submitted_at = '2026-03-01T16:30:00Z' WHERE id = $1", [ids[0]]);
  await api.database.source.query("UPDATE registration SET submitted_at = '2026-03-02T03:00:00Z' WHERE id = $1", [ids[1]]);
  await api.database.source.query("UPDATE registration SET submitted_at = '2026-03-04T03:00:00Z' WHERE id = $1", [ids[2]]);
  await made('createForum', 'Forum', { conferenceId: here, slug: 'ports', kind: 'THEMATIC', title: text, capacity: 5 });
  const visitId = await made('createVisit', 'Visit', { conferenceId: here, slug: 'boat', title: { en: '=HYPERLINK("https://elsewhere.example")' } });
  await made('addDeparture', 'Departure', { visitId, startsAt: '2026-06-02T09:00', endsAt: '2026-06-02T12:00', meetingPoint: text, capacity: 30 });
  for (const role of ['VIEWER', 'PROGRAMME_EDITOR', 'MAILING_STAFF']) as.set(role, await bearer(role, here));
  as.set('elsewhere', await bearer('OWNER', await conference('elsewhere')));
}, 60_000);
afterAll(() => api.close());

const file = (report: string, asking: Asking = {}, format = 'csv') => {
  const token = typeof asking.as === 'object' ? asking.as.bearer : 'the-token-of-these-tests-only-000000';
  return api.app.inject({ method: 'GET', url: `/exports/reports?conferenceId=${here}&report=${report}&format=${format}&locale=en`, headers: asking.as === 'nobody' ? {} : { authorization: `Bearer ${token}` } });
};

describe('the reports', () => {
  it('count by the day of the conference’s calendar', async () => {
    expect(await api.done('query ($id: ID!) { result: registrationsByDay(conferenceId: $id) { day submitted confirmed } }', { id: here }, as.get('VIEWER'))).toEqual(
      [{ day: '2026-03-02', submitted: 2, confirmed: 2 }, { day: '2026-03-04', submitted: 1, confirmed: 1 }]);
  });

  it('say how full forums and departures are', async () => {
    expect(await api.done('query ($id: ID!) { result: fillFigures(conferenceId: $id) { kind title size taken waiting } }', { id: here }, as.get('PROGRAMME_EDITOR'))).toMatchObject(
      [{ kind: 'FORUM', size: 5, taken: 0, waiting: 0 }, { kind: 'DEPARTURE', size: 30, taken: 0 }]);
  });

  it('come as files, of which no cell is a formula', async () => {
    const days = await file('days');
    expect(days.headers['content-type']).toContain('text/csv');
    expect(days.headers['content-disposition']).toBe('attachment; filename="here-days.csv"');
    expect(days.body).toContain('2026-03-02,2,2');
    expect((await file('countries')).body).toContain('Nigeria,NG,2');
    expect((await file('categories')).body).toContain('"Ports, rails",3');
    expect((await file('states')).body).toContain('Confirmed,3');
    expect((await file('programme')).body).toContain('"Ports, rails"');
    expect((await file('visits')).body).not.toMatch(/(^|,)"?=/m);
    expect((await file('letters')).body).toContain('Registration confirmed,English,To be sent,3');
    expect((await file('days', {}, 'xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('are for those who may read what they count', async () => {
    const status = async (report: string, who: string): Promise<number> => (await file(report, as.get(who) ?? { as: 'nobody' })).statusCode;
    expect(await status('days', 'PROGRAMME_EDITOR')).toBe(403);
    expect(await status('programme', 'PROGRAMME_EDITOR')).toBe(200);
    expect(await status('letters', 'MAILING_STAFF')).toBe(200);
    expect(await status('countries', 'MAILING_STAFF')).toBe(403);
    expect(await status('days', 'elsewhere')).toBe(403);
    expect(await status('visits', 'elsewhere')).toBe(403);
    expect(await status('days', 'nobody')).toBe(401);
    expect(await status('zebras', 'VIEWER')).toBe(400);
  });
});
