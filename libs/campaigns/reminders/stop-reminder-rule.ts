import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { Refusal, ReminderRuleId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor } from '../campaigns.policy.js';
import { ReminderRule } from './reminder-rule.entity.js';

/** Lets no further reminder follow by a rule; those on their way are stopped by cancelling them. */
@Injectable()
export class StopReminderRule {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, id: ReminderRuleId): Promise<{ ruleId: ReminderRuleId } | Refusal> {
    return this.work.run(async (tx) => {
      const rule = isId(id) ? await tx.em.findOneBy(ReminderRule, { id }) : null;
      if (rule === null) return refuse('reminder.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, rule.conferenceId, 'campaigns.send');
      if (isRefusal(conference)) return conference;
      await tx.query('UPDATE reminder_rule SET stopped_at = coalesce(stopped_at, $2) WHERE id = $1', [id, this.clock.now()]);
      return { ruleId: id };
    });
  }
}
