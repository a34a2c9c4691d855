import { Conferences, isPublic } from '#conferences';
import { Clock, newId } from '#kernel';
import type { CampaignId, ReminderRuleId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Campaign } from '../campaign.entity.js';
import type { CampaignPlan } from '../campaign-plan.js';
import { isReminded } from '../sending/due.js';
import { Launch } from '../sending/launch.js';
import { MailTemplate } from '../template/mail-template.entity.js';
import { ReminderRule } from './reminder-rule.entity.js';

/**
 * Rules of which a round is due: so many days after the campaign, or the round before, was sent; or so many days before the
 * deadline, but never after it. A round follows only a round that has come to its end.
 */
const DUE = `
  SELECT rule.id FROM reminder_rule rule JOIN campaign c ON c.id = rule.campaign_id
  LEFT JOIN LATERAL (SELECT round, state, finished_at FROM campaign WHERE rule_id = rule.id ORDER BY round DESC LIMIT 1) last ON true
  WHERE rule.stopped_at IS NULL AND c.state = 'FINISHED' AND coalesce(last.round, 0) < rule.at_most AND coalesce(last.state, 'FINISHED') = 'FINISHED'
    AND (c.plan ->> 'replyBy' IS NULL OR (c.plan ->> 'replyBy')::timestamptz > $1)
    AND (($2::uuid IS NULL OR rule.id = $2) AND (
      coalesce(last.finished_at, c.finished_at) + rule.after_days * interval '1 day' <= $1
      OR (c.plan ->> 'replyBy')::timestamptz - rule.before_days * interval '1 day' <= $1))
  ORDER BY rule.id`;
const LOCK = 'SELECT id FROM reminder_rule WHERE id = $1 FOR UPDATE SKIP LOCKED';
const LAST = 'SELECT coalesce(max(round), 0)::int AS round FROM campaign WHERE rule_id = $1';
const INSERT = `
  INSERT INTO campaign (id, conference_id, name, what, state, template_id, plan, rule_id, round, reminds_of, created_at)
  VALUES ($1, $2, $3, 'REMINDER', 'DRAFT', $4, $5, $6, $7, $8, $9) ON CONFLICT ON CONSTRAINT campaign_round_once DO NOTHING RETURNING id`;
// Who was never reached is not reminded; who changed the address keeps the one that was written to.
const FREEZE = `
  WITH frozen AS (
    INSERT INTO campaign_recipient (campaign_id, address_key, conference_id, contact_id, address, native_name, latin_name, salutation, title, organisation, country, locale, invitation_id)
    SELECT $1, p.address_key, p.conference_id, p.contact_id, p.address, p.native_name, p.latin_name, p.salutation, p.title, p.organisation, p.country, p.locale, p.invitation_id
    FROM campaign_recipient p JOIN message m ON m.id = p.message_id AND m.state = 'SENT' JOIN invitation i ON i.id = p.invitation_id
    WHERE p.campaign_id = $2 AND `;
const COUNT = ' ON CONFLICT ON CONSTRAINT campaign_recipient_once DO NOTHING RETURNING 1) SELECT count(*)::int AS n FROM frozen';
const NOBODY = "UPDATE campaign SET state = 'FINISHED', frozen = $2, recipients = 0, started_at = $3, starts_at = $3, finished_at = $3 WHERE id = $1";

/** Sends the reminders that rules have made due. Each round is one campaign, whoever finds it due and however often. */
@Injectable()
export class SendReminders {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly launch: Launch, private readonly clock: Clock) {}

  /** @returns how many rounds were begun */
  async run(): Promise<number> {
    const due = await rowsOf<{ id: ReminderRuleId }>(this.work.reader, DUE, [this.clock.now(), null]);
    let begun = 0;
    for (const { id } of due) if (await this.work.run((tx) => this.round(tx, id))) begun += 1;
    return begun;
  }

  private async round(tx: Tx, ruleId: ReminderRuleId): Promise<boolean> {
    const now = this.clock.now();
    if ((await tx.query(LOCK, [ruleId])).length === 0 || (await tx.query(DUE, [now, ruleId])).length === 0) return false;
    const rule = await tx.em.findOneByOrFail(ReminderRule, { id: ruleId });
    const campaign = await tx.em.findOneByOrFail(Campaign, { id: rule.campaignId });
    const conference = await this.conferences.byId(tx.em, rule.conferenceId);
    if (conference === null || !isPublic(conference.state) || conference.state === 'ARCHIVED') return false;
    const template = await tx.em.findOneByOrFail(MailTemplate, { id: rule.templateId });
    const [last] = await tx.query<{ round: number }>(LAST, [rule.id]);
    const plan: CampaignPlan = { ...campaign.plan, registrations: null, schedule: { kind: 'NOW' }, invitation: null };
    const id: CampaignId = newId();
    const round = (last?.round ?? 0) + 1;
    const made = await tx.query(INSERT, [id, rule.conferenceId, `${campaign.name} · ${template.name} ${round}`, template.id, JSON.stringify(plan), rule.id, round, campaign.id, now]);
    if (made.length === 0) return false;
    const [frozen] = await tx.query<{ n: number }>(`${FREEZE}${isReminded(rule.whom)}${COUNT}`, [id, campaign.id]);
    const recipients = frozen?.n ?? 0;
    if (recipients === 0) await tx.query(NOBODY, [id, JSON.stringify(await this.launch.freeze(tx.em, template, conference)), now]);
    else await this.launch.run(tx, { id, what: 'REMINDER', plan }, { template, conference, recipients });
    return true;
  }
}
