import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { CampaignId } from '#kernel';
import { CreateReminderRule, FillCampaign, SendReminders, StopReminderRule } from '../index.js';
import { NoteFinished } from '../sending/note-finished.js';
import { CampaignRoom, done } from '../testing/campaign-room.js';

const DAY = 86_400_000;
let room: CampaignRoom;
let campaignId: CampaignId;

beforeAll(async () => { room = await CampaignRoom.open(); });
afterAll(() => room.close());
beforeEach(async () => {
  await room.query('TRUNCATE contact, campaign, campaign_recipient, reminder_rule, mailing, message, invitation, invitation_answer, outbox CASCADE');
  await room.contacts(['a', 'b', 'c', 'd'].map((name) => ({ address: `${name}@example.org`, latin: name, locale: 'en' })));
  campaignId = await room.draft({}, { replyBy: '2026-04-20T18:00' });
  await room.startAndFill(campaignId, 4);
  await sent(campaignId);
});

/** All letters of a campaign have arrived. */
async function sent(id: CampaignId): Promise<void> {
  await room.query("UPDATE message SET state = 'SENT', sent_at = now() WHERE mailing_id = $1", [id]);
  await room.get(NoteFinished).run(id);
}

const reminder = () => room.template({ what: 'REMINDER', texts: [{ locale: 'en', subject: 'A reminder', preheader: '', body: 'Dear {{ contact.name }}' }] });
async function rule(changes: object): Promise<void> {
  done(await room.get(CreateReminderRule).run(systemActor, { campaignId, templateId: await reminder(), whom: 'NOT_ANSWERED', ...changes }));
}
const rounds = () => room.query<{ id: CampaignId; round: number; recipients: number }>('SELECT id, round, recipients FROM campaign WHERE rule_id IS NOT NULL ORDER BY round');
const answer = (address: string) => room.query("UPDATE invitation SET state = 'ACCEPTED', answered_at = now() WHERE to_address = $1", [address]);

describe('reminders', () => {
  it('follow some days after the letters were sent, to who has not answered, at most so often, each once', async () => {
    await rule({ afterDays: 7, atMost: 2 });
    await room.get(SendReminders).run();
    expect(await rounds()).toEqual([]);
    room.clock.moveBy(7 * DAY);
    await answer('a@example.org');
    const begun = await Promise.all([1, 2, 3, 4].map(() => room.get(SendReminders).run()));
    expect(begun.reduce((sum, one) => sum + one, 0)).toBe(1);
    const [first] = await rounds();
    expect(first).toMatchObject({ round: 1, recipients: 3 });
    await room.get(FillCampaign).run(first!.id);
    expect((await room.recipients(first!.id)).map(({ address }) => address)).toEqual(['b@example.org', 'c@example.org', 'd@example.org']);
    expect(await room.count('invitation')).toBe(4);
    room.clock.moveBy(7 * DAY);
    await room.get(SendReminders).run();
    expect(await rounds()).toHaveLength(1);
    await sent(first!.id);
    await answer('b@example.org');
    room.clock.moveBy(7 * DAY);
    await room.get(SendReminders).run();
    await room.get(SendReminders).run();
    expect((await rounds()).map(({ round, recipients }) => [round, recipients])).toEqual([[1, 3], [2, 2]]);
    await sent((await rounds())[1]!.id);
    room.clock.moveBy(30 * DAY);
    expect(await room.get(SendReminders).run()).toBe(0);
    room.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  });

  it('come before the deadline, never after it, and not to who was never reached', async () => {
    await rule({ beforeDays: 3 });
    await room.query("UPDATE message SET state = 'BOUNCED', bounced_at = now() WHERE to_address = 'd@example.org'");
    room.clock.moveTo(new Date('2026-04-17T09:00:00Z'));
    expect(await room.get(SendReminders).run()).toBe(0);
    room.clock.moveTo(new Date('2026-04-21T09:00:00Z'));
    expect(await room.get(SendReminders).run()).toBe(0);
    room.clock.moveTo(new Date('2026-04-17T11:00:00Z'));
    expect(await room.get(SendReminders).run()).toBe(1);
    expect(await rounds()).toMatchObject([{ round: 1, recipients: 3 }]);
    room.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  });

  it('do not come once staff have stopped the rule, nor while the campaign is still being sent', async () => {
    await rule({ afterDays: 1, atMost: 3 });
    room.clock.moveBy(2 * DAY);
    await room.query("UPDATE campaign SET state = 'RUNNING', finished_at = NULL WHERE id = $1", [campaignId]);
    expect(await room.get(SendReminders).run()).toBe(0);
    await room.get(NoteFinished).run(campaignId);
    room.clock.moveBy(2 * DAY);
    const [made] = await room.query<{ id: never }>('SELECT id FROM reminder_rule');
    done(await room.get(StopReminderRule).run(systemActor, made!.id));
    expect(await room.get(SendReminders).run()).toBe(0);
    room.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  });

  it('with nobody to remind a round ends at once, and writes no letter', async () => {
    await rule({ afterDays: 1 });
    for (const name of ['a', 'b', 'c', 'd']) await answer(`${name}@example.org`);
    room.clock.moveBy(2 * DAY);
    expect(await room.get(SendReminders).run()).toBe(1);
    expect(await rounds()).toMatchObject([{ recipients: 0 }]);
    expect(await room.count('message')).toBe(4);
    room.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  });
});

describe('a rule', () => {
  it.each([
    ['neither days', {}, 'afterDays'], ['both', { afterDays: 1, beforeDays: 1 }, 'afterDays'], ['no day', { afterDays: 0 }, 'afterDays'], ['too often', { afterDays: 1, atMost: 11 }, 'atMost'],
    ['twice before the deadline', { beforeDays: 1, atMost: 2 }, 'atMost'],
  ])('is refused with %s', async (_what, changes, path) => {
    const refused = await room.get(CreateReminderRule).run(systemActor, { campaignId, templateId: await reminder(), whom: 'NOT_ANSWERED', ...changes });
    expect(refused).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path }] } });
  });
});
