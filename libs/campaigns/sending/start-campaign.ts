import { Conferences, isPublic } from '#conferences';
import type { Conference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { CampaignId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AudienceDesk } from '../audience/audience-desk.js';
import { readersOf } from '../audience/readers-of.js';
import { Campaign } from '../campaign.entity.js';
import { conferenceFor } from '../campaigns.policy.js';
import { problemsOf } from '../template/compiled-template.js';
import { MailTemplate } from '../template/mail-template.entity.js';
import { freezeAudience } from './freeze-audience.js';
import { Launch } from './launch.js';

const LOCK = "SELECT id FROM campaign WHERE id = $1 AND state = 'DRAFT' AND archived_at IS NULL FOR UPDATE SKIP LOCKED";

/**
 * Starts a campaign, for whoever types how many it will write to. Counting and writing down the recipients are one step:
 * where the number is another, nothing is written and the true one is told.
 */
@Injectable()
export class StartCampaign {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly launch: Launch, private readonly audience: AudienceDesk, private readonly audit: Audit) {}

  async run(actor: Actor, { id, recipients }: { readonly id: CampaignId; readonly recipients: number }): Promise<{ campaignId: CampaignId } | Refusal> {
    return this.work.run(async (tx) => {
      const known = isId(id) ? await tx.em.findOneBy(Campaign, { id, isTest: false, archivedAt: IsNull() }) : null;
      if (known === null) return refuse('campaign.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, known.conferenceId, 'campaigns.send');
      if (isRefusal(conference)) return conference;
      if (!isPublic(conference.state) || conference.state === 'ARCHIVED') return refuse('campaign.conference-not-public');
      // Who clicks twice, or beside a colleague, is refused at once rather than left to wait.
      if ((await tx.query(LOCK, [id])).length === 0) return refuse('campaign.already-started');
      return this.within(tx, actor, known, conference, recipients);
    });
  }

  private async within(tx: Tx, actor: Actor, { id }: Campaign, conference: Conference, typed: number): Promise<{ campaignId: CampaignId } | Refusal> {
    const campaign = await tx.em.findOneByOrFail(Campaign, { id });
    const template = await tx.em.findOneByOrFail(MailTemplate, { id: campaign.templateId });
    const readers = await readersOf(tx.em, campaign);
    if (readers === null) return refuse('audience.unknown');
    const [problem] = problemsOf(template.texts, template.what === 'INVITATION' || template.what === 'REMINDER');
    if (problem !== undefined) return refuse('campaign.template-broken', { name: problem.name, locale: problem.locale, line: problem.line });
    const count = await freezeAudience(tx, this.audience, campaign.id, conference, readers);
    if (count === 0) return refuse('campaign.nobody');
    if (count !== typed) return refuse('campaign.count-differs', { count, typed });
    await this.launch.run(tx, campaign, { template, conference, recipients: count });
    await this.audit.write(tx, {
      actor, action: 'campaign.started', subjectKind: 'campaign', subjectId: campaign.id, conferenceId: conference.id, data: { recipients: count },
    });
    return { campaignId: campaign.id };
  }
}
