import { Conferences } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { CampaignId, Refusal } from '#kernel';
import { Mailings } from '#mail';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { Campaign } from '../campaign.entity.js';
import { STEERING } from '../campaign.status.js';
import type { Steering } from '../campaign.status.js';
import { conferenceFor } from '../campaigns.policy.js';
import { mailingOf } from './launch.js';

const MOVE = 'UPDATE campaign SET state = $2, finished_at = $4, version = version + 1 WHERE id = $1 AND state = ANY($3) RETURNING id';

/** Pauses, resumes or cancels a campaign; within two seconds nothing more is begun. Cancelled is for good: who was not written to will not be. */
@Injectable()
export class SteerCampaign {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly mailings: Mailings, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: CampaignId, steering: Steering): Promise<{ campaignId: CampaignId } | Refusal> {
    const { from, to } = STEERING[steering];
    return this.work.run(async (tx) => {
      const known = isId(id) ? await tx.em.findOneBy(Campaign, { id, isTest: false }) : null;
      if (known === null) return refuse('campaign.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, known.conferenceId, 'campaigns.send');
      if (isRefusal(conference)) return conference;
      const moved = await tx.query(MOVE, [id, to, from, to === 'CANCELLED' ? this.clock.now() : null]);
      if (moved.length === 0) return refuse('campaign.wrong-state', { state: known.state });
      const steered = await this.mailings[steering === 'PAUSE' ? 'pause' : steering === 'RESUME' ? 'resume' : 'cancel'](tx, mailingOf(id));
      if (isRefusal(steered)) return refuse('campaign.wrong-state', { state: known.state });
      await this.audit.write(tx, { actor, action: `campaign.${to.toLowerCase()}`, subjectKind: 'campaign', subjectId: id, conferenceId: conference.id });
      return { campaignId: known.id };
    });
  }
}
