import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { GraphqlDoor, must } from '../graphql-door.js';
import type { Outcome } from '../graphql-door.js';
import { inParallel } from '../in-parallel.js';
import { LettersIn } from '../letters-in.js';
import type { CaughtLetter } from '../letters-in.js';
import type { RunningSystem } from '../running-system.js';
import { importContacts } from './import-contacts.js';
import { CAMPAIGN_LOCALES, inventContacts } from './invented-contacts.js';

const LANES = 16;
const LIMIT_MS = 1_800_000;
/** Of each hundred readers: who answers by the link, who wants no more letters. */
const ANSWER = 5;
const LEAVE = 2;
/** Of each hundred letters: what comes back, as a provider reports it. */
const BOUNCE = 1;
const KIND = 'campaigns.invitation';

interface Line {
  readonly name: string;
  readonly planned: number;
  readonly told: number;
}

/**
 * A campaign through the public API: contacts from an XLSX file, a letter in six languages, started by its number; some answer
 * by the link, some want no more, some letters come back, as a mail provider reports it. Ends with a table that must tie out.
 */
export async function playCampaign(system: RunningSystem, count: number, say: (text: string) => void): Promise<boolean> {
  const { publicUrl, mailboxUrl, databaseUrl, adminToken: token, mailHookToken: hook } = system;
  const door = new GraphqlDoor(publicUrl);
  const run = Date.now().toString(36);
  const letters = new LettersIn(mailboxUrl);
  await letters.begin();
  const make = async (field: string, type: string, input: object): Promise<string> => {
    const key = `${run}-${createHash('sha256').update(JSON.stringify([field, input])).digest('hex').slice(0, 16)}`;
    const head = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input!`;
    const hasKey = field !== 'defineCategory';
    const { result } = await door.ask<{ result: Outcome & { id: string } }>(
      `mutation ($input: ${head}${hasKey ? ', $key: String' : ''}) { result: ${field}(input: $input${hasKey ? ', idempotencyKey: $key' : ''}) { __typename ... on ${type} { id } ... on Refusal { code message } ... on InvalidInput { problems { path code } } } }`,
      { input, ...(hasKey ? { key } : {}) }, token);
    return must(result, field).id;
  };
  const title = { 'en': 'Guild Hall Conference', 'zh-Hans': '会馆大会' };
  const seriesId = await make('createSeries', 'Series', { slug: `campaign-${run}`, title, rotation: ['Chongqing'] });
  const startsOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const conferenceId = await make('createConference', 'Conference', { seriesId, slug: `campaign-${run}`, title, city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn, endsOn: startsOn, locales: ['en', 'zh-Hans'] });
  await make('defineCategory', 'Category', { conferenceId, key: 'delegate', title: { en: 'Delegate' }, capacity: count });
  for (const move of ['publishConference(id: $id)', 'openRegistration(conferenceId: $id)']) await door.ask(`mutation ($id: ID!) { ${move} { __typename } }`, { id: conferenceId }, token);
  const contacts = inventContacts(count, run);
  const imported = await importContacts(door, token, conferenceId, contacts);
  say(`${imported} contacts imported from an XLSX file with Chinese and English columns`);

  const { readyMadeTemplate } = await door.ask<{ readyMadeTemplate: { locale: string }[] }>('query { readyMadeTemplate(kind: INVITATION) { locale subject preheader body } }', {}, token);
  const templateId = await make('createTemplate', 'MailTemplate', { conferenceId, name: 'Invitation', purpose: 'INVITATION', texts: readyMadeTemplate.filter(({ locale }) => CAMPAIGN_LOCALES.includes(locale)) });
  const audienceId = await make('createAudience', 'Audience', { conferenceId, name: 'Everybody', filter: {} });
  const id = await make('createCampaign', 'Campaign', { conferenceId, name: 'Invitation', templateId, audienceId });
  const start = async (recipients: number): Promise<Outcome & { count?: number }> =>
    (await door.ask<{ result: Outcome & { count?: number } }>('mutation ($id: ID!, $n: Int!) { result: startCampaign(id: $id, recipients: $n) { __typename ... on Refusal { code message } ... on CountDiffers { count } } }', { id, n: recipients }, token)).result;
  const miscounted = await start(imported + 1);
  say(`a wrong number is refused: ${miscounted.message ?? 'it was not'}`);
  must(await start(miscounted.count ?? imported), 'startCampaign');
  const seconds = await finished(door, token, id, say);
  say(`sent in ${seconds.toFixed(1)} s, ${Math.round(imported / Math.max(seconds, 0.1))} a second`);

  const mine = (): readonly CaughtLetter[] => letters.all.filter(({ kind, to }) => kind === KIND && to.some((address) => address.endsWith(`.${run}.example`)));
  for (const until = Date.now() + 60_000; mine().length < imported && Date.now() < until; await pause(200));
  const caught = mine();
  const some = (share: number, from: number): readonly CaughtLetter[] => caught.filter((_, n) => n % 100 >= from && n % 100 < from + share);
  const answering = some(ANSWER, 0);
  // Each guest answers from an own network (RFC 3849), as guests do: strangers behind one address are counted together.
  await inParallel(answering.map((letter, n) => ({ letter, from: `2001:db8:${n.toString(16)}::1` })), LANES, async ({ letter, from }) => {
    const asked = 'mutation ($input: AnswerInvitationInput!) { result: answerInvitation(input: $input) { __typename ... on Refusal { code message } } }';
    must((await door.ask<{ result: Outcome }>(asked, { input: { token: tokenIn(letter), answer: 'ACCEPT' } }, undefined, from)).result, 'answerInvitation');
  });
  const leaving = some(LEAVE, 50);
  await inParallel(leaving, LANES, async (letter) => post(publicUrl + new URL(wayOut(letter)).pathname, { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }));
  const bouncing = hook === undefined ? [] : some(BOUNCE, 90);
  await inParallel(bouncing, LANES, async (letter) => post(`${publicUrl}/hooks/mail/generic?token=${encodeURIComponent(hook ?? '')}`, {
    headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'hard', address: letter.to[0], messageId: letter.messageId, status: '5.1.1' }),
  }));
  say(`${answering.length} answered by the link, ${leaving.length} want no more, ${hook === undefined ? 'nobody reports what came back (MAIL_HOOK_TOKEN is not set)' : `${bouncing.length} came back`}`);
  await letters.end();
  const { campaignFigures: [figure] } = await door.ask<{ campaignFigures: Record<string, number>[] }>('query ($c: ID!, $id: ID!) { campaignFigures(conferenceId: $c, by: CAMPAIGN, campaignId: $id) { recipients delivered bounced answered accepted } }', { c: conferenceId, id }, token);
  return tieOut(databaseUrl, { id, conferenceId, count, imported, caught, answering: answering.length, leaving: leaving.length, bouncing: bouncing.length, figure: figure ?? {} });
}

/** @throws where it was not taken: a provider would come again, and what is summed up here would not tie out. */
async function post(url: string, what: RequestInit): Promise<void> {
  const answer = await fetch(url, { ...what, method: 'POST' });
  if (!answer.ok) throw new Error(`${new URL(url).pathname.split('/')[1] ?? ''} answered ${answer.status}: ${await answer.text()}`);
}

async function finished(door: GraphqlDoor, token: string, id: string, say: (text: string) => void): Promise<number> {
  const began = Date.now();
  for (let told = began; ; await pause(250)) {
    const { campaign } = await door.ask<{ campaign: { state: string; progress: { settled: number; total: number } | null } }>('query ($id: ID!) { campaign(id: $id) { state progress { settled total } } }', { id }, token);
    if (campaign.state === 'FINISHED') return (Date.now() - began) / 1_000;
    if (Date.now() - began > LIMIT_MS) throw new Error(`the campaign stands at ${JSON.stringify(campaign)}`);
    if (Date.now() - told > 5_000) {
      told = Date.now();
      say(`${campaign.progress?.settled ?? 0} of ${campaign.progress?.total ?? 0}`);
    }
  }
}

interface Told {
  readonly id: string;
  readonly conferenceId: string;
  readonly count: number;
  readonly imported: number;
  readonly caught: readonly CaughtLetter[];
  readonly answering: number;
  readonly leaving: number;
  readonly bouncing: number;
  readonly figure: Readonly<Record<string, number>>;
}

/** What was done, beside what ledger, mailbox and numbers say of it. */
async function tieOut(databaseUrl: string, told: Told): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const number = async (sql: string, parameter: string): Promise<number> => Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, [parameter])).rows[0]?.n);
  const addresses = new Set(told.caught.flatMap(({ to }) => to));
  const lines: readonly Line[] = [
    { name: 'contacts of the file', planned: told.count, told: told.imported },
    { name: 'recipients', planned: told.imported, told: told.figure['recipients'] ?? -1 },
    { name: 'letters in the ledger', planned: told.imported, told: await number('message WHERE mailing_id = $1', told.id) },
    { name: 'of them sent or come back', planned: told.imported, told: await number("message WHERE mailing_id = $1 AND state IN ('SENT', 'BOUNCED')", told.id) },
    { name: 'letters in the mailbox', planned: told.imported, told: told.caught.length },
    { name: 'addresses that got one', planned: told.imported, told: addresses.size },
    { name: 'Message-IDs', planned: told.imported, told: new Set(told.caught.map(({ messageId }) => messageId)).size },
    { name: 'languages', planned: CAMPAIGN_LOCALES.length, told: new Set(told.caught.map(({ headers }) => headers['content-language'])).size },
    { name: 'invitations', planned: told.imported, told: await number('invitation WHERE conference_id = $1', told.conferenceId) },
    { name: 'answered by the link', planned: told.answering, told: told.figure['answered'] ?? -1 },
    { name: 'accepted', planned: told.answering, told: await number("invitation WHERE conference_id = $1 AND state = 'ACCEPTED'", told.conferenceId) },
    { name: 'want no more letters', planned: told.leaving, told: await number("suppression WHERE conference_id = $1 AND reason = 'UNSUBSCRIBED'", told.conferenceId) },
    { name: 'came back', planned: told.bouncing, told: told.figure['bounced'] ?? -1 },
  ];
  await client.end();
  process.stdout.write(`\n${'Campaign'.padEnd(34)}${'done'.padStart(10)}${'told'.padStart(10)}\n${'-'.repeat(54)}\n`);
  for (const { name, planned, told: seen } of lines) process.stdout.write(`  ${planned === seen ? 'ok   ' : 'WRONG'} ${name.padEnd(26)}${String(planned).padStart(10)}${String(seen).padStart(10)}\n`);
  process.stdout.write('\n');
  return lines.every((line) => line.planned === line.told);
}

function tokenIn({ links }: CaughtLetter): string {
  return links.map((link) => /\/invitations\/([\w-]+)$/.exec(link)?.[1]).find((found) => found !== undefined) ?? '';
}

function wayOut({ headers }: CaughtLetter): string {
  return /<(https?:[^>]+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '';
}
