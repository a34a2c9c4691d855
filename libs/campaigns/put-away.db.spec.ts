import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anonymousActor, systemActor } from '#identity';
import { isRefusal } from '#kernel';
import type { CampaignId, Page } from '#kernel';
import { Campaigns, CreateCampaign, CreateReminderRule, PutAway, StartCampaign, UpdateAudience, UpdateCampaign, UpdateTemplate } from './index.js';
import { Campaign } from './campaign.entity.js';
import { CampaignRoom, done } from './testing/campaign-room.js';

let room: CampaignRoom;
beforeAll(async () => { room = await CampaignRoom.open(); });
afterAll(() => room.close());
beforeEach(() => room.query('TRUNCATE contact, campaign, campaign_recipient, reminder_rule, mailing, message, invitation, audience, mail_template, outbox CASCADE'));

const away = () => room.get(PutAway);
const code = async (answer: Promise<object>): Promise<string | undefined> => {
  const given = await answer;
  if (!isRefusal(given)) return undefined;
  const { name } = given.data;
  return typeof name === 'string' ? `${given.refused} ${name}` : given.refused;
};
const first = { first: 50 };
const names = async (list: Promise<{ page: Page<{ name: string }> } | object>): Promise<readonly string[]> => (done(await list) as { page: Page<{ name: string }> }).page.items.map(({ node }) => node.name);

describe('what nobody needs any more', () => {
  it('leaves lists and choices, and its name is free; what was sent with it keeps it', async () => {
    await room.contacts([{ address: 'a@example.org', locale: 'en' }]);
    const templateId = await room.template({ name: 'Invitation' });
    const sent = await room.draft({}, { templateId });
    const { audienceId } = await room.work.reader.findOneByOrFail(Campaign, { id: sent });
    if (audienceId === null) throw new Error('a draft without audience');
    await room.startAndFill(sent, 1);
    expect([await code(away().template(systemActor, templateId)), await code(away().audience(systemActor, audienceId))]).toEqual([undefined, undefined]);
    const { id: conferenceId } = room.conference;
    expect([await names(room.get(Campaigns).templates(systemActor, conferenceId, first)), await names(room.get(Campaigns).audiences(systemActor, conferenceId, first))]).toEqual([[], []]);
    expect(await room.get(Campaigns).template(systemActor, templateId)).toMatchObject({ name: 'Invitation', archivedAt: room.clock.now() });
    expect(await room.template({ name: 'Invitation' })).not.toBe(templateId);
    const again = { conferenceId, name: 'Another', templateId, audienceId };
    expect(await room.get(CreateCampaign).run(systemActor, again)).toMatchObject({ data: { problems: [{ path: 'templateId', code: 'unknown' }, { path: 'audienceId', code: 'unknown' }] } });
    expect(await code(room.get(UpdateTemplate).run(systemActor, { id: templateId, version: 2, name: 'x', what: 'INVITATION', texts: [] }))).toBe('template.unknown');
    expect(await code(room.get(UpdateAudience).run(systemActor, { id: audienceId, version: 2, name: 'x', filter: {} }))).toBe('audience.unknown');
    expect(await code(away().template(systemActor, templateId))).toBe('template.unknown');
  });

  it('stays while a draft needs it, or a reminder that is still to come', async () => {
    const [templateId, reminder] = [await room.template(), await room.template({ what: 'REMINDER' })];
    const id = await room.draft({}, { templateId, name: 'First wave' });
    const { audienceId } = await room.work.reader.findOneByOrFail(Campaign, { id });
    if (audienceId === null) throw new Error('a draft without audience');
    done(await room.get(CreateReminderRule).run(systemActor, { campaignId: id, templateId: reminder, whom: 'NOT_ANSWERED', afterDays: 7 }));
    expect([await code(away().template(systemActor, templateId)), await code(away().audience(systemActor, audienceId)), await code(away().template(systemActor, reminder))])
      .toEqual(['template.in-use First wave', 'audience.in-use First wave', 'template.in-use First wave']);
    done(await away().campaign(systemActor, id));
    expect([await code(away().template(systemActor, templateId)), await code(away().audience(systemActor, audienceId)), await code(away().template(systemActor, reminder))])
      .toEqual([undefined, undefined, undefined]);
  });

  it('is no campaign that was started, and a draft that was put away is not started', async () => {
    await room.contacts([{ address: 'a@example.org', locale: 'en' }]);
    const [started, put] = [await room.draft(), await room.draft({}, { name: 'Second thoughts' })];
    await room.startAndFill(started, 1);
    expect(await code(away().campaign(systemActor, started))).toMatch(/^campaign.already-started/);
    done(await away().campaign(systemActor, put));
    expect(await names(room.get(Campaigns).campaigns(systemActor, room.conference.id, first))).toEqual(['Campaign']);
    expect(await code(room.get(StartCampaign).run(systemActor, { id: put, recipients: 1 }))).toBe('campaign.unknown');
    expect(await code(room.get(UpdateCampaign).run(systemActor, { id: put, version: 2, name: 'x', templateId: await room.template(), audienceId: await room.audience() }))).toBe('campaign.unknown');
  });

  it('is started or put away, of two who do both at once', async () => {
    await room.contacts([{ address: 'a@example.org', locale: 'en' }]);
    for (let round = 0; round < 8; round += 1) {
      const id: CampaignId = await room.draft({ withoutInvited: false });
      const [start, put] = await Promise.all([code(room.get(StartCampaign).run(systemActor, { id, recipients: 1 })), code(away().campaign(systemActor, id))]);
      expect([start, put].filter((one) => one === undefined)).toHaveLength(1);
    }
  });

  it('is put away by those who write campaigns', async () => {
    const id = await room.draft();
    expect(await code(away().campaign({ ...anonymousActor('203.0.113.9', 'en'), kind: 'ACCOUNT', grants: [] }, id))).toBe('access.denied');
  });
});
