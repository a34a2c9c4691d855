import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse, tidy } from '#kernel';
import type { CampaignId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Campaign } from './campaign.entity.js';
import { conferenceFor, mayCampaign } from './campaigns.policy.js';
import { PlanDesk } from './plan-input.js';
import type { CampaignInput } from './plan-input.js';

const UPDATE = `
  UPDATE campaign SET name = $3, what = $4, template_id = $5, audience_id = $6, plan = $7, version = version + 1 WHERE id = $1 AND version = $2 AND state = 'DRAFT' AND archived_at IS NULL RETURNING id`;

/** Changes a campaign that was not started yet. Where no readers are given, the registrations that it had stay. */
@Injectable()
export class UpdateCampaign {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly plans: PlanDesk) {}

  async run(actor: Actor, input: CampaignInput & { readonly id: CampaignId; readonly version: number }): Promise<{ campaignId: CampaignId } | Refusal> {
    return this.work.run(async (tx) => {
      const known = isId(input.id) ? await tx.em.findOneBy(Campaign, { id: input.id, isTest: false, archivedAt: IsNull() }) : null;
      if (known === null) return refuse('campaign.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, known.conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      if (input.registrations != null && !mayCampaign(actor, 'registration.read', conference)) return denied(actor);
      if (known.state !== 'DRAFT') return refuse('campaign.already-started');
      const read = await this.plans.read(tx.em, conference, { ...input, registrations: input.registrations ?? (input.audienceId == null ? known.plan.registrations : null) });
      if (!('plan' in read)) return invalid([...read]);
      const changed = await tx.query(UPDATE, [known.id, input.version, tidy(input.name), read.template.what, read.template.id, read.audience?.id ?? null, JSON.stringify(read.plan)]);
      return changed.length === 0 ? refuse('campaign.changed-meanwhile') : { campaignId: known.id };
    });
  }
}
