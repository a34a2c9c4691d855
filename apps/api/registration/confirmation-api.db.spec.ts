import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WholeApi } from '../testing/whole-api.js';
import type { Asking } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId = '';
const title = { 'en': 'Cooperation conference', 'zh-Hans': '合作发展大会' };

beforeAll(async () => {
  api = await WholeApi.open();
  const series = await api.done<{ id: string }>('mutation ($title: LocalizedText!) { result: createSeries(input: { slug: "cooperation", title: $title }) { ... on Series { id } } }', { title });
  ({ id: conferenceId } = await api.done<{ id: string }>('mutation ($input: CreateConferenceInput!) { result: createConference(input: $input) { ... on Conference { id } } }', {
    input: {
      seriesId: series.id, slug: 'chongqing-2026', title, city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', hostRegion: 'Chongqing',
      hosts: [{ role: 'HOST', name: { en: 'City of Chongqing' } }],
    },
  }));
  for (const [key, needsApproval] of [['delegate', false], ['media', true]] as const) {
    await api.done('mutation ($input: DefineCategoryInput!) { result: defineCategory(input: $input) { __typename } }', { input: { conferenceId, key, title, capacity: 100, needsApproval } });
  }
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await api.done(`mutation ($id: ID!) { result: ${move} { __typename } }`, { id: conferenceId });
});
afterAll(() => api.close());

async function registered(email: string, category: string, locale = 'en'): Promise<{ readonly id: string; readonly code: string; readonly as: { readonly bearer: string } }> {
  const as = await api.signIn(email);
  await api.done('mutation ($locale: String!) { result: setLanguage(locale: $locale) { __typename } }', { locale }, { as });
  const made = await api.done<{ id: string; code: string }>('mutation ($input: RegisterDelegateInput!) { result: registerDelegate(input: $input) { ... on Registration { id code } } }', {
    input: { conferenceId, category, details: { names: { native: '林美玲', latinFamily: 'Lin', latinGiven: email.split('@')[0] }, consents: [{ key: 'privacy', textVersion: '2026-01' }] } },
  }, { as });
  return { ...made, as };
}

const token = async (role: string): Promise<Asking['as']> => {
  const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'CONFERENCE', id: conferenceId } } });
  return { bearer: secret };
};

const paper = (id: string, as: Asking['as']) => api.app.inject({
  url: `/exports/confirmation?registrationId=${id}&locale=zh-Hans`, headers: typeof as === 'object' ? { authorization: `Bearer ${as.bearer}` } : {},
});

describe('the letter that confirms a registration', () => {
  it('is a page of PDF for its manager, kept by nobody on the way', async () => {
    for (const locale of ['en', 'ar', 'zh-Hans']) {
      const { id, code, as } = await registered(`meiling-${locale}@example.org`, 'delegate', locale);
      const answer = await paper(id, as);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store', 'content-disposition': `attachment; filename="confirmation-${code}.pdf"` });
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      expect(/\/Count (\d+)/.exec(answer.rawPayload.toString('latin1'))?.[1]).toBe('1');
    }
  });

  it('is for those alone who may read the registration', async () => {
    const { id } = await registered('owner@example.org', 'delegate');
    expect((await paper(id, await token('REGISTRATION_DESK'))).statusCode).toBe(200);
    expect((await paper(id, await token('PROGRAMME_EDITOR'))).statusCode).toBe(403);
    const stranger = await paper(id, await api.signIn('stranger@example.org'));
    expect([stranger.statusCode, stranger.json<{ code: string }>().code, stranger.headers['cache-control']]).toEqual([403, 'access.denied', 'private, no-store']);
    expect((await paper(id, 'nobody')).statusCode).toBe(401);
    for (const none of [conferenceId, 'nonsense', '']) expect((await paper(none, await token('REGISTRATION_DESK'))).statusCode).toBe(404);
  });

  it('is there while the registration is confirmed, not before and not after', async () => {
    const { id, as } = await registered('early@example.org', 'media');
    const early = await paper(id, as);
    expect([early.statusCode, early.json<object>()]).toEqual([409, { code: 'registration.not-confirmed', message: '此操作需要已确认的报名。' }]);
    await api.done('mutation ($ids: [ID!]!) { result: approveRegistrations(ids: $ids) { __typename } }', { ids: [id] });
    expect((await paper(id, as)).statusCode).toBe(200);
    await api.done('mutation ($id: ID!) { result: withdrawRegistration(input: { id: $id }) { __typename } }', { id }, { as });
    expect((await paper(id, as)).statusCode).toBe(409);
  });
});
