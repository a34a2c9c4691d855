import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId, tidy } from '#kernel';
import type { CampaignId, ConferenceId, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor, mayCampaign } from './campaigns.policy.js';
import { PlanDesk } from './plan-input.js';
import type { CampaignInput } from './plan-input.js';

const INSERT = `
  INSERT INTO campaign (id, conference_id, name, what, state, template_id, audience_id, plan, created_at) VALUES ($1, $2, $3, $4, 'DRAFT', $5, $6, $7, $8)`;

/** Drafts a campaign: a template, an audience or registrations (for those who may read them), and how it is to be sent. Nothing is sent before it is started. */
@Injectable()
export class CreateCampaign {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly plans: PlanDesk, private readonly clock: Clock) {}

  async run(actor: Actor, input: CampaignInput & { readonly conferenceId: ConferenceId }, key?: string): Promise<{ campaignId: CampaignId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createCampaign', key, arguments: input }, async () => {
      const conference = await conferenceFor(this.conferences, tx.em, actor, input.conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      if (input.registrations != null && !mayCampaign(actor, 'registration.read', conference)) return denied(actor);
      const read = await this.plans.read(tx.em, conference, input);
      if (!('plan' in read)) return invalid([...read]);
      const campaignId = newId<'Campaign'>();
      await tx.query(INSERT, [campaignId, conference.id, tidy(input.name), read.template.what, read.template.id, read.audience?.id ?? null, JSON.stringify(read.plan), this.clock.now()]);
      return { campaignId };
    }));
  }
}
