import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, newId, refuse } from '#kernel';
import type { CampaignId, FieldProblem, MailTemplateId, Refusal, ReminderRuleId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Campaign } from '../campaign.entity.js';
import { conferenceFor } from '../campaigns.policy.js';
import type { Reminded } from '../sending/due.js';
import { MailTemplate } from '../template/mail-template.entity.js';

export interface ReminderRuleInput {
  readonly campaignId: CampaignId;
  readonly templateId: MailTemplateId;
  readonly whom: Reminded;
  readonly afterDays?: number | null | undefined;
  readonly beforeDays?: number | null | undefined;
  readonly atMost?: number | null | undefined;
}

const MOST_DAYS = 365;
const MOST_TIMES = 10;
const INSERT = `
  INSERT INTO reminder_rule (id, conference_id, campaign_id, template_id, whom, after_days, before_days, at_most, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Has reminders follow an invitation by themselves: some days after it was sent, or some days before answers are due. */
@Injectable()
export class CreateReminderRule {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, input: ReminderRuleInput, key?: string): Promise<{ ruleId: ReminderRuleId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createReminderRule', key, arguments: input }, async () => {
      const campaign = isId(input.campaignId) ? await tx.em.findOneBy(Campaign, { id: input.campaignId, isTest: false, archivedAt: IsNull() }) : null;
      if (campaign === null) return refuse('campaign.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, campaign.conferenceId, 'campaigns.send');
      if (isRefusal(conference)) return conference;
      if (campaign.what !== 'INVITATION') return refuse('campaign.invites-nobody');
      const template = isId(input.templateId) ? await tx.em.findOneBy(MailTemplate, { id: input.templateId, conferenceId: conference.id, what: 'REMINDER', archivedAt: IsNull() }) : null;
      const problems = problemsOf(input, campaign, template);
      if (problems.length > 0) return invalid([...problems]);
      const ruleId = newId<'ReminderRule'>();
      await tx.query(INSERT, [ruleId, conference.id, campaign.id, input.templateId, input.whom, input.afterDays ?? null, input.beforeDays ?? null, input.atMost ?? 1, this.clock.now()]);
      return { ruleId };
    }));
  }
}

function problemsOf({ afterDays, beforeDays, atMost }: ReminderRuleInput, { plan }: Campaign, template: MailTemplate | null): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const within = (path: string, value: number, min: number, max: number): void => {
    if (!Number.isInteger(value) || value < min || value > max) problems.push({ path, code: 'number.out-of-range', data: { min, max } });
  };
  if (template === null) problems.push({ path: 'templateId', code: 'unknown' });
  if ((afterDays == null) === (beforeDays == null)) problems.push({ path: 'afterDays', code: 'reminder.one-of-two' });
  if (afterDays != null) within('afterDays', afterDays, 1, MOST_DAYS);
  if (beforeDays != null) within('beforeDays', beforeDays, 0, MOST_DAYS);
  if (beforeDays != null && plan.replyBy === null) problems.push({ path: 'beforeDays', code: 'reminder.no-deadline' });
  within('atMost', atMost ?? 1, 1, beforeDays == null ? MOST_TIMES : 1);
  return problems;
}
