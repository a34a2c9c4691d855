import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressKey, newId } from '#kernel';
import type { MadeConference } from './town/organiser.js';
import { Town } from './town/town.js';

const LOCALES = ['zh-Hans', 'en', 'es', 'fr', 'ru', 'ar'] as const;
const NAMES: Readonly<Record<(typeof LOCALES)[number], readonly [string, string, string]>> = {
  'zh-Hans': ['王小明', 'Wang Xiaoming', 'CN'], 'en': ['', 'Amara Okafor', 'NG'], 'es': ['', 'Lucía Fernández', 'MX'], 'fr': ['', 'Aïcha Traoré', 'SN'],
  'ru': ['Ольга Соколова', 'Olga Sokolova', 'RU'], 'ar': ['ليلى حسن', 'Layla Hassan', 'EG'],
};
const GREETINGS: Readonly<Record<(typeof LOCALES)[number], string>> = {
  'zh-Hans': '尊敬的王小明：', 'en': 'Dear Amara Okafor,', 'es': 'Distinguido/a Lucía Fernández:', 'fr': 'Aïcha Traoré,', 'ru': 'Глубокоуважаемый(ая) Ольга Соколова!', 'ar': 'ليلى حسن المحترم/ة',
};
const TOKEN = 'the-token-of-the-journeys-only-00000';

let town: Town;
let conference: MadeConference;
let templateId = '';
beforeAll(async () => {
  town = await Town.open();
  conference = await town.organiser.conference({ locales: [...LOCALES] });
  await town.organiser.category(conference.id, { capacity: 1000 });
  await town.organiser.open(conference.id);
  const texts = await ask<readonly object[]>('query { result: readyMadeTemplate(kind: INVITATION) { locale subject preheader body } }', {});
  templateId = (await ask<{ id: string }>('mutation ($input: CreateTemplateInput!) { result: createTemplate(input: $input) { ... on MailTemplate { id } } }', { input: { conferenceId: conference.id, name: 'Invitation', purpose: 'INVITATION', texts } })).id;
}, 60_000);
afterAll(() => town.close(), 60_000);

async function ask<Result>(query: string, variables: object): Promise<Result> {
  const { data, errors } = await town.client.ask(query, variables, { bearer: TOKEN });
  if (data == null) throw new Error(JSON.stringify(errors));
  return data['result'] as Result;
}

/** As many contacts as asked for, a language after the other, under a tag of their own. */
async function contacts(count: number, tag: string): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const locale = LOCALES[n % LOCALES.length] ?? 'en';
    const [native, latin, country] = NAMES[locale];
    const address = `${tag}-${n}@example-${n % 5}.org`;
    return {
      id: newId(), series_id: conference.seriesId, address, address_key: addressKey(address), native_name: native === '' ? null : native, latin_name: latin, organisation_key: '', country, locale,
      tags: [tag], extra: {}, match_key: address, name_keys: [], search_text: '', sort_name: latin, created_at: new Date(), updated_at: new Date(),
    };
  });
  const names = Object.keys(rows[0] ?? {}).join(', ');
  await town.database.source.query(`INSERT INTO contact (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::contact, $1::jsonb)`, [JSON.stringify(rows)]);
}

async function draft(tag: string, changes: object = {}): Promise<string> {
  const audience = await ask<{ id: string }>('mutation ($input: CreateAudienceInput!) { result: createAudience(input: $input) { ... on Audience { id } } }', { input: { conferenceId: conference.id, name: tag, filter: { tags: [tag] } } });
  return (await ask<{ id: string }>('mutation ($input: CreateCampaignInput!) { result: createCampaign(input: $input) { __typename ... on Campaign { id } ... on InvalidInput { problems { path code } } } }', {
    input: { conferenceId: conference.id, name: tag, templateId, audienceId: audience.id, replyTo: 'desk@example.org', ...changes },
  })).id;
}

const start = (id: string, recipients: number) => ask<{ __typename: string; code?: string }>('mutation ($id: ID!, $n: Int!) { result: startCampaign(id: $id, recipients: $n) { __typename ... on Refusal { code } } }', { id, n: recipients });
const standing = (id: string) => ask<{ state: string; progress: { settled: number; total: number; counts: { state: string; count: number }[] } }>('query ($id: ID!) { result: campaign(id: $id) { state progress { settled total counts { state count } } } }', { id });

async function ended(id: string, states: readonly string[] = ['FINISHED']): Promise<Awaited<ReturnType<typeof standing>>> {
  for (const until = Date.now() + 90_000; ; await pause(200)) {
    const now = await standing(id);
    if (states.includes(now.state) && now.progress.settled === now.progress.total) return now;
    if (Date.now() > until) throw new Error(`the campaign stands at ${JSON.stringify(now)}`);
  }
}

describe('a campaign in six languages', () => {
  it('reaches everybody once, in their own language, and ends when every letter is final', async () => {
    await contacts(600, 'all');
    const id = await draft('all');
    const clicks = await Promise.all([start(id, 600), start(id, 600), start(id, 600)]);
    expect(clicks.map(({ __typename }) => __typename).sort()).toEqual(['Campaign', 'PlainRefusal', 'PlainRefusal']);
    expect(await ended(id)).toEqual({ state: 'FINISHED', progress: { settled: 600, total: 600, counts: [{ state: 'SENT', count: 600 }] } });
    const mails = await town.mailbox.mails({ kind: 'campaigns.invitation' });
    expect(new Set(mails.flatMap(({ to }) => to)).size).toBe(600);
    expect(mails).toHaveLength(600);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(600);
    for (const [at, locale] of LOCALES.entries()) {
      const [mail] = await town.mailbox.mails({ to: `all-${at}@example-${at % 5}.org` });
      expect(mail?.text).toContain(GREETINGS[locale]);
      expect(mail?.headers['content-language']).toBe(locale);
      expect(mail?.links.some((link) => link.startsWith(`https://conference.example/${locale}/invitations/1`))).toBe(true);
    }
  }, 120_000);

  it('is answered by its link; who has answered is not written to again', async () => {
    const [mail] = await town.mailbox.mails({ to: 'all-1@example-1.org' });
    const token = mail?.links.map((link) => /\/invitations\/(\S+)$/.exec(link)?.[1]).find((found) => found !== undefined);
    await ask('mutation ($input: AnswerInvitationInput!) { result: answerInvitation(input: $input) { __typename } }', { input: { token, answer: 'ACCEPT' } });
    const figures = await ask<readonly object[]>('query ($id: ID!) { result: campaignFigures(conferenceId: $id, by: LANGUAGE) { key recipients delivered answered accepted } }', { id: conference.id });
    expect(figures).toContainEqual({ key: 'en', recipients: 100, delivered: 100, answered: 1, accepted: 1 });
    expect(figures).toContainEqual({ key: 'ar', recipients: 100, delivered: 100, answered: 0, accepted: 0 });
  }, 60_000);

  it('stops within two seconds when it is cancelled, and every letter that was not sent says so', async () => {
    await contacts(600, 'halted');
    const id = await draft('halted', { pace: { perMinute: 1200 } });
    await start(id, 600);
    for (const until = Date.now() + 30_000; (await town.mailbox.mails({ to: 'halted-' })).length === 0 && (await sent(id)) === 0 && Date.now() < until; await pause(100));
    await ask('mutation ($id: ID!) { result: cancelCampaign(id: $id) { __typename } }', { id });
    await pause(2_000);
    const then = await sent(id);
    await pause(1_500);
    expect(await sent(id)).toBe(then);
    const { state, progress } = await ended(id, ['CANCELLED']);
    expect({ state, total: progress.total }).toEqual({ state: 'CANCELLED', total: 600 });
    expect(then).toBeLessThan(600);
    expect(progress.counts.map((one) => one.state).sort()).toEqual(['CANCELLED', 'SENT']);
  }, 120_000);
});

async function sent(id: string): Promise<number> {
  const [row] = await town.database.source.query<{ n: number }[]>("SELECT count(*)::int AS n FROM message WHERE mailing_id = $1 AND state = 'SENT'", [id]);
  return row?.n ?? 0;
}
