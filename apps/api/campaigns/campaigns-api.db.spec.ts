import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { WholeApi } from '../testing/whole-api.js';

let api: WholeApi;
let conferenceId = '';
let seriesId = '';
let templateId = '';
let audienceId = '';
let campaignId = '';

const COUNT = 'count { matched suppressed registered invited written recipients }';
type Refused = { readonly __typename: string; readonly code?: string; readonly count?: number; readonly problems?: readonly { readonly path: string; readonly code: string; readonly message: string }[] };

beforeAll(async () => {
  api = await WholeApi.open();
  seriesId = (await api.done<{ id: string }>('mutation { result: createSeries(input: { slug: "series", title: { en: "Series" }, rotation: ["Chongqing"] }) { ... on Series { id } } }')).id;
  conferenceId = (await api.done<{ id: string }>(`mutation ($seriesId: ID!) { result: createConference(input: { seriesId: $seriesId, slug: "chongqing-2026", title: { en: "Conference" },
    city: { en: "Chongqing" }, country: "CN", timeZone: "Asia/Shanghai", startsOn: "2026-06-01", endsOn: "2026-06-03", locales: ["en", "zh-Hans"], hosts: [] }) { ... on Conference { id } } }`, { seriesId })).id;
  await api.ask('mutation ($id: ID!) { publishConference(id: $id) { __typename } }', { id: conferenceId });
  await api.database.source.query(`
    INSERT INTO contact (id, series_id, address, address_key, native_name, latin_name, salutation, organisation, organisation_key, country, locale, match_key, search_text, sort_name, created_at, updated_at)
    SELECT gen_random_uuid(), $1, a, a, n, l, s, o, coalesce(lower(o), ''), c, t, a, '', '', now(), now() FROM (VALUES
      ('wang@example.org', '王小明', 'Wang Xiaoming', '先生', '海外华商会', 'CN', 'zh-Hans'), ('amara@example.org', NULL, 'Amara Okafor', 'Dr', 'Lagos Chamber', 'NG', 'en'),
      ('layla@example.org', 'ليلى حسن', 'Layla Hassan', NULL, NULL, 'EG', 'ar'), ('long@example.org', NULL, 'Rajapaksa Pathirannehelage Jayasundara Mudiyanselage Nimal', NULL, '=cmd()', 'LK', NULL)
    ) AS v(a, n, l, s, o, c, t)`, [seriesId]);
});
afterAll(() => api.close());

describe('campaigns through the api', () => {
  it('a template with an unknown placeholder is refused with its place, in the language of the editor', async () => {
    const refused = await api.done<Refused>(`mutation ($id: ID!) { result: createTemplate(input: { conferenceId: $id, name: "A", purpose: INVITATION, texts: [
      { locale: "en", subject: "Hello", body: "Dear\\n{{ contact.nmae }}" }] }) { __typename ... on InvalidInput { problems { path code message } } } }`, { id: conferenceId });
    expect(refused.problems).toEqual([{ path: 'texts.en.body', code: 'template.placeholder-unknown', message: 'Line 2, column 4: there is no placeholder “contact.nmae”.' }]);
  });

  it('a ready-made letter is kept, shown on worst cases first, and tried on colleagues', async () => {
    const texts = await api.done<readonly { locale: string; subject: string; preheader: string; body: string }[]>('query { result: readyMadeTemplate(kind: INVITATION) { locale subject preheader body } }');
    expect(texts.map(({ locale }) => locale)).toEqual(['en', 'zh-Hans', 'es', 'fr', 'ru', 'ar', 'pt', 'id']);
    templateId = (await api.done<{ id: string }>(`mutation ($input: CreateTemplateInput!) { result: createTemplate(input: $input) { ... on MailTemplate { id } } }`,
      { input: { conferenceId, name: 'Invitation', purpose: 'INVITATION', texts, attachments: ['LETTER', 'CALENDAR'] } })).id;
    const previews = await api.done<readonly { reason: string; name: string; locale: string; text: string; html: string; attachments: string[] }[]>(
      'query ($id: ID!) { result: previewTemplate(templateId: $id) { reason name locale subject text html attachments } }', { id: templateId });
    expect(previews.map(({ reason, locale }) => `${reason} ${locale}`)).toEqual(['LONGEST_NAME en', 'MISSING_FIELD ar', 'LANGUAGE en', 'LANGUAGE zh-Hans']);
    expect(previews.find(({ locale }) => locale === 'zh-Hans')?.text).toContain('尊敬的王小明先生：');
    expect(previews.find(({ locale }) => locale === 'ar')?.html).toContain('dir="rtl"');
    expect(previews[0]?.attachments).toEqual(['chongqing-2026.pdf', 'chongqing-2026.ics']);
    const sent = await api.done<{ letters: number }>('mutation ($id: ID!) { result: sendTest(input: { templateId: $id, to: ["desk@example.org"], locales: ["en", "ar"] }) { ... on TestLetters { letters } } }', { id: templateId });
    expect(sent.letters).toBe(2);
    expect(await api.done<object>('query ($id: ID!) { result: campaigns(conferenceId: $id) { totalCount } }', { id: conferenceId })).toEqual({ totalCount: 0 });
  });

  it('a conference says who may draft them, so that no page offers it to the others', async () => {
    const told: Record<string, boolean> = {};
    for (const role of ['OWNER', 'ORGANISER', 'MAILING_STAFF', 'REGISTRATION_DESK', 'PROGRAMME_EDITOR', 'VIEWER']) {
      const { secret } = await api.done<{ secret: string }>('mutation ($input: CreateApiTokenInput!) { result: createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }',
        { input: { name: role, role, scope: { kind: 'CONFERENCE', id: conferenceId } } });
      told[role] = (await api.done<{ mayDraftCampaigns: boolean }>('{ result: conference(slug: "chongqing-2026") { mayDraftCampaigns } }', {}, { as: { bearer: secret } })).mayDraftCampaigns;
    }
    expect(told).toEqual({ OWNER: true, ORGANISER: true, MAILING_STAFF: true, REGISTRATION_DESK: false, PROGRAMME_EDITOR: false, VIEWER: false });
    expect(await api.done('{ result: conference(slug: "chongqing-2026") { mayDraftCampaigns } }', {}, { as: 'nobody' })).toEqual({ mayDraftCampaigns: false });
  });

  it('an audience is counted live, and a campaign tells whom it would write to', async () => {
    audienceId = (await api.done<{ id: string }>(`mutation ($id: ID!) { result: createAudience(input: { conferenceId: $id, name: "Africa and China", filter: { regions: [AFRICA], countries: ["cn"] } })
      { ... on Audience { id ${COUNT} } } }`, { id: conferenceId })).id;
    campaignId = (await api.done<{ id: string }>(`mutation ($input: CreateCampaignInput!) { result: createCampaign(input: $input) { __typename ... on Campaign { id } ... on InvalidInput { problems { path code } } } }`,
      { input: { conferenceId, name: 'Invitation', templateId, audienceId, replyTo: 'desk@example.org', replyBy: '2026-05-01T18:00', pace: { perMinute: 60 } } })).id;
    const campaign = await api.done<object>(`query ($id: ID!) { result: campaign(id: $id) { state replyBy estimate { ${COUNT} byLocale { locale count } inFallback } progress { total } audience { filter { regions countries cameToIds } } } }`, { id: campaignId });
    expect(campaign).toEqual({
      state: 'DRAFT', replyBy: '2026-05-01T10:00:00.000Z', progress: null, audience: { filter: { regions: ['AFRICA'], countries: ['CN'], cameToIds: null } },
      estimate: { count: { matched: 3, suppressed: 0, registered: 0, invited: 0, written: 0, recipients: 3 }, byLocale: expect.arrayContaining([{ locale: 'ar', count: 1 }]), inFallback: 0 },
    });
  });

  it('is started by its number, and followed live by who may', async () => {
    const start = (recipients: number) => api.done<Refused>(
      'mutation ($id: ID!, $n: Int!) { result: startCampaign(id: $id, recipients: $n) { __typename ... on Refusal { code } ... on CountDiffers { count } } }', { id: campaignId, n: recipients });
    expect(await start(4)).toEqual({ __typename: 'CountDiffers', code: 'campaign.count-differs', count: 3 });
    expect(await start(3)).toEqual({ __typename: 'Campaign' });
    expect(await start(3)).toMatchObject({ code: 'campaign.already-started' });
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/campaigns/${campaignId}/progress`;
    expect((await fetch(url)).status).toBe(401);
    const leave = new AbortController();
    const stream = await fetch(url, { headers: { authorization: 'Bearer the-token-of-these-tests-only-000000' }, signal: leave.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    let told = '';
    for await (const chunk of stream.body ?? []) {
      told += Buffer.from(chunk as Uint8Array).toString();
      if (told.includes('event: progress')) break;
    }
    leave.abort();
    expect(told).toMatch(/^retry: 3000\n\nevent: progress\ndata: \{"state":"RUNNING","counts":\[\],"total":3/);
  });

  it('is paused, resumed and cancelled, each from where it stands', async () => {
    const steer = (what: string) => api.done<Refused>(`mutation ($id: ID!) { result: ${what}Campaign(id: $id) { __typename ... on Campaign { state } ... on Refusal { code } } }`, { id: campaignId });
    expect(await steer('resume')).toMatchObject({ code: 'campaign.wrong-state' });
    expect(await steer('pause')).toMatchObject({ state: 'PAUSED' });
    expect(await steer('resume')).toMatchObject({ state: 'RUNNING' });
    expect(await steer('cancel')).toMatchObject({ state: 'CANCELLED' });
    expect(await steer('resume')).toMatchObject({ code: 'campaign.wrong-state' });
  });

  it('its numbers come as a table and as a file in which no cell begins a formula', async () => {
    expect(await api.done<object>('query ($id: ID!) { result: campaignFigures(conferenceId: $id, by: COUNTRY) { key recipients delivered } }', { id: conferenceId }))
      .toEqual(['CN', 'EG', 'NG'].map((key) => ({ key, recipients: 1, delivered: 0 })));
    await api.database.source.query("UPDATE campaign_recipient SET organisation = '=cmd()' WHERE country = 'NG'");
    const file = await api.app.inject({ url: `/exports/campaigns?conferenceId=${conferenceId}&by=ORGANISATION`, headers: { authorization: 'Bearer the-token-of-these-tests-only-000000' } });
    expect(file.body).toContain("\r\n'=cmd(),1,0");
    expect((await api.app.inject({ url: `/exports/campaigns?conferenceId=${conferenceId}` })).statusCode).toBe(401);
  });

  it('lists cost as many statements for many as for few', async () => {
    const ask = () => api.ask('query ($id: ID!) { campaigns(conferenceId: $id) { edges { node { name template { name } audience { name } reminderRules { id } } } } }', { id: conferenceId });
    const draft = (name: string) => api.ask('mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { __typename } }', { input: { conferenceId, name, templateId, audienceId } });
    const few = await api.counting(ask);
    for (const name of ['B', 'C', 'D', 'E']) await draft(name);
    expect(await api.counting(ask)).toBe(few);
  });
});
