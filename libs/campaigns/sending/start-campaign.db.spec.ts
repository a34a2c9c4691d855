import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anonymousActor, systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { CampaignId, MailingId, MessageId } from '#kernel';
import type { FilledText, MessageToPrint } from '#mail';
import { CampaignPress, FillCampaign, StartCampaign, SteerCampaign, UpdateTemplate } from '../index.js';
import { Campaign } from '../campaign.entity.js';
import { MailTemplate } from '../template/mail-template.entity.js';
import { CampaignRoom, done } from '../testing/campaign-room.js';
import type { TestContact } from '../testing/campaign-room.js';

let room: CampaignRoom;
const people = (count: number, changes: Partial<TestContact> = {}): TestContact[] =>
  Array.from({ length: count }, (_, n) => ({ address: `guest-${n}@example.org`, latin: `Guest ${n}`, locale: 'en', ...changes }));

beforeAll(async () => { room = await CampaignRoom.open(); });
afterAll(() => room.close());
beforeEach(() => room.query('TRUNCATE contact, campaign, campaign_recipient, reminder_rule, mailing, message, invitation, invitation_answer, suppression, registration, outbox CASCADE'));

const code = async (answer: Promise<object>): Promise<string | undefined> => {
  const given = await answer;
  return isRefusal(given) ? given.refused : undefined;
};

describe('starting a campaign', () => {
  it('asks for the number, and tells the true one where another was typed', async () => {
    await room.contacts(people(7));
    const id = await room.draft();
    const refused = await room.get(StartCampaign).run(systemActor, { id, recipients: 8 });
    expect(refused).toMatchObject({ refused: 'campaign.count-differs', data: { count: 7, typed: 8 } });
    expect([await room.count('campaign_recipient'), await room.count('mailing'), await room.count('outbox')]).toEqual([0, 0, 0]);
    await room.start(id, 7);
    expect(await room.recipients(id)).toHaveLength(7);
  });

  it('is done once, however many click at once', async () => {
    await room.contacts(people(300));
    const id = await room.draft();
    const codes = await Promise.all(Array.from({ length: 6 }, () => code(room.get(StartCampaign).run(systemActor, { id, recipients: 300 }))));
    expect(codes.filter((one) => one === undefined)).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set([undefined, 'campaign.already-started']));
    await Promise.all([1, 2, 3].map(() => room.get(FillCampaign).run(id)));
    expect([await room.count('message'), await room.count('invitation'), await room.count("outbox WHERE name = 'campaigns.fill'")]).toEqual([300, 300, 1]);
  });

  it('is refused where nobody would be written to, or nobody may read the conference’s page', async () => {
    const id = await room.draft();
    expect(await code(room.get(StartCampaign).run(systemActor, { id, recipients: 0 }))).toBe('campaign.nobody');
    await room.query("UPDATE conference SET state = 'DRAFT'");
    expect(await code(room.get(StartCampaign).run(systemActor, { id, recipients: 0 }))).toBe('campaign.conference-not-public');
    await room.query("UPDATE conference SET state = 'OPEN'");
  });

  it.each<[string, Actor['grants']]>([
    ['nobody', []],
    ['the desk', [{ role: 'REGISTRATION_DESK', scopeKind: 'INSTALLATION', scopeId: null }]],
    ['mailing staff of another conference', [{ role: 'MAILING_STAFF', scopeKind: 'CONFERENCE', scopeId: '01980000-0000-7000-8000-000000000001' }]],
  ])('is not for %s', async (_who, grants) => {
    await room.contacts(people(1));
    const id = await room.draft();
    const actor: Actor = { ...anonymousActor('203.0.113.9', 'en'), kind: 'ACCOUNT', grants };
    expect(await code(room.get(StartCampaign).run(actor, { id, recipients: 1 }))).toBe('access.denied');
    expect(await code(room.get(SteerCampaign).run(actor, id, 'CANCEL'))).toBe('access.denied');
  });

  it('leaves out who is suppressed, invited or registered, and finds the language of the rest', async () => {
    await room.contacts([
      { address: 'a@example.org', country: 'BR' }, { address: 'b@example.org', locale: 'fr' }, { address: 'c@example.org', country: 'CN' }, { address: 'd@example.org' },
      { address: 'suppressed@example.org' }, { address: 'invited@example.org' }, { address: 'elsewhere@example.org' },
    ]);
    await room.query(`INSERT INTO suppression (id, conference_id, address_key, address, reason) VALUES (gen_random_uuid(), NULL, 'suppressed@example.org', 'x', 'UNSUBSCRIBED')`);
    const first = await room.draft({ search: '', tags: [], withoutInvited: true });
    await room.startAndFill(first, 6);
    expect(await code(room.get(StartCampaign).run(systemActor, { id: await room.draft(), recipients: 6 }))).toBe('campaign.nobody');
    expect((await room.recipients(first)).map(({ address, locale }) => `${address} ${locale}`)).toEqual([
      'a@example.org pt', 'b@example.org fr', 'c@example.org zh-Hans', 'd@example.org en', 'elsewhere@example.org en', 'invited@example.org en',
    ]);
  });
});

describe('the audience of a started campaign', () => {
  it('stays as it was, whatever happens to contacts while it is written down', async () => {
    await room.contacts(people(2_500));
    const id = await room.draft();
    let stop = false;
    const meddling = (async () => {
      for (let n = 0; !stop; n += 1) {
        await room.query("UPDATE contact SET latin_name = 'Changed', tags = ARRAY['x'] WHERE address_key = $1", [`guest-${n}@example.org`]);
        await room.query("DELETE FROM contact WHERE address_key = $1", [`guest-${2_499 - n}@example.org`]);
      }
    })();
    const numbers: number[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      const answer = await room.get(StartCampaign).run(systemActor, { id, recipients: numbers.at(-1) ?? 0 });
      if (!isRefusal(answer)) break;
      numbers.push(Number(answer.data['count'] ?? 0));
      if (tries === 3) stop = true;
    }
    stop = true;
    await meddling;
    const frozen = (await room.recipients(id)).length;
    expect(frozen).toBe(numbers.at(-1));
    await room.get(FillCampaign).run(id);
    expect([await room.count('message'), await room.count('invitation')]).toEqual([frozen, frozen]);
    const campaign = await room.work.reader.findOneByOrFail(Campaign, { id });
    expect(campaign.recipients).toBe(frozen);
  });

  it('is written into the ledger in chunks; a worker that dies between them, or within one, loses and doubles nothing', async () => {
    await room.contacts(people(2_300));
    const id = await room.draft();
    await room.start(id, 2_300);
    await room.work.run((tx) => room.get(FillCampaign).chunk(tx, id));
    expect(await room.count('message')).toBe(1_000);
    expect(await room.count('mailing WHERE adding')).toBe(1);
    await expect(room.work.run(async (tx) => {
      await room.get(FillCampaign).chunk(tx, id);
      throw new Error('killed before the commit');
    })).rejects.toThrow('killed');
    expect([await room.count('message'), await room.count('invitation')]).toEqual([1_000, 1_000]);
    await room.get(FillCampaign).run(id);
    expect([await room.count('message'), await room.count('invitation'), await room.count('campaign_recipient WHERE message_id IS NULL')]).toEqual([2_300, 2_300, 0]);
    expect(await room.count('mailing WHERE adding')).toBe(0);
  });

  it('is written to in the words of the moment it was started', async () => {
    await room.contacts([{ address: 'a@example.org', latin: 'Amara Okafor', salutation: 'Dr', locale: 'en' }]);
    const templateId = await room.template();
    const id = await room.draft({}, { templateId });
    await room.startAndFill(id, 1);
    const template = await room.work.reader.findOneByOrFail(MailTemplate, { id: templateId });
    done(await room.get(UpdateTemplate).run(systemActor, {
      id: templateId, version: template.version, name: 'Other', what: 'INVITATION', texts: [{ locale: 'en', subject: 'Other words', preheader: '', body: 'Other' }],
    }));
    const { content } = await printed(id);
    expect(content.subject).toBe('Invitation for Amara Okafor');
    expect(whole(content.text)).toMatch(/^Dear Dr Amara Okafor,\n\nAnswer:\nhttps:\/\/conference\.example\.org\/en\/invitations\/1[\w-]+$/);
  });

  it('who is cancelled before being written down is in the ledger as CANCELLED, and is not invited', async () => {
    await room.contacts(people(1_200));
    const id = await room.draft();
    await room.start(id, 1_200);
    await room.work.run((tx) => room.get(FillCampaign).chunk(tx, id));
    done(await room.get(SteerCampaign).run(systemActor, id, 'CANCEL'));
    await room.get(FillCampaign).run(id);
    expect([await room.count('message'), await room.count("message WHERE state = 'CANCELLED'"), await room.count('invitation')]).toEqual([1_200, 200, 1_000]);
  });

  it('is written to at 09:00 where each reader lives', async () => {
    await room.contacts([{ address: 'a@example.org', country: 'NZ', locale: 'en' }, { address: 'b@example.org', country: 'NG', locale: 'en' }, { address: 'c@example.org', locale: 'en' }]);
    const id = await room.draft({}, { schedule: { kind: 'MORNING', day: '2026-04-20' } });
    await room.startAndFill(id, 3);
    const rows = await room.query<{ at: Date }>('SELECT next_attempt_at AS at FROM message ORDER BY to_address');
    expect(rows.map(({ at }) => at.toISOString())).toEqual(['2026-04-19T21:00:00.000Z', '2026-04-20T08:00:00.000Z', '2026-04-20T01:00:00.000Z']);
  });
});

describe('a letter is still due', () => {
  const due = async (id: CampaignId, ids: readonly MessageId[]) => (await room.get(CampaignPress).open(room.work.reader, id as string as MailingId)).stillDue(room.work.reader, ids);

  it('to who has neither answered nor registered while it was being sent', async () => {
    await room.contacts(people(4));
    const id = await room.draft();
    await room.startAndFill(id, 4);
    const rows = await room.recipients(id);
    const ids = rows.flatMap(({ message_id: message }) => (message === null ? [] : [message]));
    expect((await due(id, ids)).size).toBe(4);
    await room.query("UPDATE invitation SET state = 'DECLINED', answered_at = now() WHERE id = $1", [rows[0]?.invitation_id]);
    await room.query("UPDATE invitation SET state = 'REVOKED' WHERE id = $1", [rows[1]?.invitation_id]);
    expect([...await due(id, ids)]).toEqual(expect.arrayContaining([ids[2], ids[3]]));
    expect((await due(id, ids)).size).toBe(2);
  });

  it('to everybody where it is news', async () => {
    await room.contacts(people(2));
    const id = await room.draft({}, { templateId: await room.template({ what: 'NEWS', texts: [{ locale: 'en', subject: 'News', preheader: '', body: 'Dear {{ contact.name }}' }] }) });
    await room.startAndFill(id, 2);
    expect(await room.count('invitation')).toBe(0);
    const ids = (await room.recipients(id)).flatMap(({ message_id: message }) => (message === null ? [] : [message]));
    expect((await due(id, ids)).size).toBe(2);
  });
});

async function printed(id: CampaignId) {
  const [row] = await room.query<MessageToPrint>('SELECT id, locale, to_address AS "toAddress", to_name AS "toName", props FROM message WHERE mailing_id = $1', [id]);
  if (row === undefined) throw new Error('no message');
  const press = await room.get(CampaignPress).open(room.work.reader, id as string as MailingId);
  return { content: press.print(row) };
}

function whole(text: string | FilledText): string {
  return typeof text === 'string' ? text : text.fixed.map((part, at) => part + (text.filled[at] ?? '')).join('');
}
