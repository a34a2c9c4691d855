import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId, MessageId } from '#kernel';
import { LinkTokens } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { conferenceRow } from '../../../libs/mail/mailing/mailing.fixture.js';
import { WholeApi } from '../testing/whole-api.js';
import { SuppressionsResolver } from './suppressions.resolver.js';

const HOOK_TOKEN = 'the token of the hooks in this spec';

describe('whom mailings do not write to, through the API', () => {
  let api: WholeApi;
  let app: NestFastifyApplication;
  let conferenceId: ConferenceId;

  beforeAll(async () => {
    api = await WholeApi.open({ MAIL_HOOK_TOKEN: HOOK_TOKEN });
    app = api.app;
    conferenceId = await conferenceRow(api.database.source);
  });
  afterAll(() => api.close());

  const rows = () => api.database.source.query<{ address: string; reason: string; conference_id: string | null }[]>('SELECT address, reason, conference_id FROM suppression WHERE lifted_at IS NULL ORDER BY id');
  async function letter(address: string): Promise<MessageId> {
    const id = newId<'Message'>();
    await api.database.source.query("INSERT INTO mailing (id, conference_id, kind, from_name, list_id, zone) VALUES ($1, $2, 'campaigns.news', 'Desk', 'x', 'UTC') ON CONFLICT DO NOTHING", [MAILING, conferenceId]);
    await api.database.source.query(
      `INSERT INTO message (id, kind, unique_key, conference_id, mailing_id, to_address, to_name, locale, props, state, sent_at, message_id)
       VALUES ($1::uuid, 'campaigns.news', $1::uuid::text, $2, $3, $4, '', 'zh-Hans', '{}', 'SENT', now(), '<' || $1::uuid || '@huiguan.example>')`, [id, conferenceId, MAILING, address]);
    return id;
  }
  const MAILING = newId();
  const wayOut = (id: MessageId): string => `/unsubscribe/${app.get(LinkTokens).linkToken('mail.unsubscribe', id)}`;

  it('is changed by nobody who opens the link, and by one click of whoever follows it, for this conference', async () => {
    const id = await letter('tired@example.org');
    const opened = await app.inject({ method: 'GET', url: wayOut(id) });
    expect([opened.statusCode, opened.headers.location]).toEqual([302, expect.stringContaining('/zh-Hans/unsubscribe/1')]);
    expect(await rows()).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      const followed = await app.inject({ method: 'POST', url: wayOut(id), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' });
      expect(followed.statusCode).toBe(200);
    }
    expect(await rows()).toEqual([{ address: 'tired@example.org', reason: 'UNSUBSCRIBED', conference_id: conferenceId }]);
    const strange = await app.inject({ method: 'POST', url: `${wayOut(id).slice(0, -3)}abc` });
    expect(strange.statusCode).toBe(404);
    const person = await app.inject({ method: 'POST', url: wayOut(id), headers: { accept: 'text/html' } });
    expect([person.statusCode, person.headers.location]).toEqual([303, expect.stringContaining('?done=1')]);
  });

  it('grows by what providers report, whoever knows the token alone', async () => {
    const id = await letter('dead@example.org');
    const post = (url: string, payload: object | string, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, payload, headers });
    const report = [{ kind: 'hard', messageId: `<${id}@huiguan.example>`, detail: '550 5.1.1 unknown' }];
    expect((await post('/hooks/mail/generic', report)).statusCode).toBe(404);
    expect((await post('/hooks/mail/generic?token=wrong', report)).statusCode).toBe(404);
    expect((await post('/hooks/mail/nobody', report, { authorization: `Bearer ${HOOK_TOKEN}` })).statusCode).toBe(404);
    expect((await post('/hooks/mail/generic', [{ kind: 'odd' }], { authorization: `Bearer ${HOOK_TOKEN}` })).statusCode).toBe(400);
    expect((await post('/hooks/mail/generic', report, { authorization: `Bearer ${HOOK_TOKEN}` })).json()).toEqual({ taken: 1 });
    await letter('spam@example.org');
    const complaint = { Type: 'Notification', Message: JSON.stringify({ notificationType: 'Complaint', mail: {}, complaint: { complainedRecipients: [{ emailAddress: 'Spam@example.org' }] } }) };
    expect((await post(`/hooks/mail/ses?token=${encodeURIComponent(HOOK_TOKEN)}`, JSON.stringify(complaint), { 'content-type': 'text/plain' })).json()).toEqual({ taken: 1 });
    expect((await rows()).slice(-2)).toEqual([
      { address: 'dead@example.org', reason: 'HARD_BOUNCE', conference_id: null }, { address: 'spam@example.org', reason: 'COMPLAINT', conference_id: null },
    ]);
  });

  it('is read, added to, imported, taken along and lifted by mailing staff', async () => {
    const staff: Actor = { ...systemActor, kind: 'ACCOUNT', principal: 'account:1', grants: [{ role: 'MAILING_STAFF', scopeKind: 'CONFERENCE', scopeId: conferenceId }] };
    const ask = async (query: string, variables: object) => (await api.ask(query, variables)).data;
    const added = await ask('mutation ($input: SuppressAddressInput!) { r: suppressAddress(input: $input) { __typename ... on Suppression { id address reason isEverywhere note } ... on InvalidInput { problems { path } } } }',
      { input: { conferenceId, address: 'Minister@Example.org', note: 'by phone' } });
    expect(added).toMatchObject({ r: { address: 'Minister@Example.org', reason: 'STAFF', isEverywhere: false, note: 'by phone' } });
    const wrong = await ask('mutation ($input: SuppressAddressInput!) { r: suppressAddress(input: $input) { __typename ... on InvalidInput { problems { path } } } }', { input: { conferenceId, address: 'nobody' } });
    expect(wrong).toMatchObject({ r: { __typename: 'InvalidInput', problems: [{ path: 'address' }] } });
    const imported = await ask('mutation ($id: ID!, $list: String!) { r: importSuppressions(conferenceId: $id, list: $list) { ... on SuppressionsImported { added known rejected } } }',
      { id: conferenceId, list: 'address,reason\n"one@example.org",left\nminister@example.org\nno address here\ntwo@example.org;x' });
    expect(imported).toEqual({ r: { added: 2, known: 1, rejected: ['no address here'] } });
    const listed = await ask('query ($id: ID!) { suppressions(conferenceId: $id, filter: { reasons: [STAFF, IMPORT] }) { totalCount edges { node { id address note } } } }', { id: conferenceId }) as unknown as
      { suppressions: { totalCount: number; edges: { node: { id: string; address: string } }[] } };
    expect(listed.suppressions.totalCount).toBe(3);
    const id = listed.suppressions.edges.find(({ node }) => node.address === 'one@example.org')?.node.id;
    expect(await ask('mutation ($id: ID!) { r: liftSuppression(id: $id) { __typename } }', { id })).toMatchObject({ r: { __typename: 'Suppression' } });
    expect(await ask('mutation ($id: ID!) { r: liftSuppression(id: $id) { ... on Refusal { code } } }', { id })).toMatchObject({ r: { code: 'suppression.unknown' } });
    const everywhere = await api.database.source.query<{ id: string }[]>('SELECT id FROM suppression WHERE conference_id IS NULL LIMIT 1');
    expect(await app.get(SuppressionsResolver).lift(staff, { id: everywhere[0]?.id ?? '' })).toMatchObject({ refused: 'access.denied' });
    expect(await app.get(SuppressionsResolver).suppress(staff, { input: { conferenceId: newId(), address: 'x@example.org', note: null } })).toMatchObject({ refused: 'access.denied' });
  });
});

it('is told by one provider for thousands of readers within a minute', async () => {
  const api = await WholeApi.open({ RATE_LIMITS: 'on', MAIL_HOOK_TOKEN: HOOK_TOKEN });
  const answers = new Map<number, number>();
  for (let round = 0; round < 15; round += 1) {
    const posts = Array.from({ length: 50 }, (_, n) => [
      api.app.inject({ method: 'POST', url: `/unsubscribe/1.${round}-${n}` }),
      api.app.inject({ method: 'POST', url: `/hooks/mail/generic?token=${encodeURIComponent(HOOK_TOKEN)}`, payload: [] }),
    ]);
    for (const { statusCode } of await Promise.all(posts.flat())) answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1);
  }
  await api.close();
  expect([...answers].toSorted()).toEqual([[200, 750], [404, 750]]);
}, 60_000);
