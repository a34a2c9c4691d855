import { Conferences } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { AudienceId, CampaignId, ConferenceId, MailTemplateId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor } from './campaigns.policy.js';

interface Kind {
  readonly subject: string;
  /** Finds what is not put away yet, and locks it. */
  readonly find: string;
  /** The name of a draft or a rule that still needs it. */
  readonly usedBy: string;
  readonly archive: string;
  readonly unknown: 'template.unknown' | 'audience.unknown' | 'campaign.unknown';
  readonly inUse: 'template.in-use' | 'audience.in-use' | 'campaign.already-started';
}

const of = (table: string, more = ''): Pick<Kind, 'find' | 'archive'> => ({
  find: `SELECT conference_id FROM ${table} WHERE id = $1 AND archived_at IS NULL${more} FOR NO KEY UPDATE`,
  archive: `UPDATE ${table} SET archived_at = $2, version = version + 1 WHERE id = $1`,
});

const TEMPLATE: Kind = {
  ...of('mail_template'), subject: 'template', unknown: 'template.unknown', inUse: 'template.in-use',
  usedBy: `
    SELECT c.name FROM campaign c WHERE c.template_id = $1 AND c.state = 'DRAFT' AND NOT c.is_test AND c.archived_at IS NULL
    UNION ALL
    SELECT c.name FROM reminder_rule r JOIN campaign c ON c.id = r.campaign_id
    WHERE r.template_id = $1 AND r.stopped_at IS NULL AND c.state <> 'CANCELLED' AND c.archived_at IS NULL
      AND (SELECT count(*) FROM campaign round WHERE round.rule_id = r.id) < r.at_most
    LIMIT 1`,
};
const AUDIENCE: Kind = {
  ...of('audience'), subject: 'audience', unknown: 'audience.unknown', inUse: 'audience.in-use',
  usedBy: "SELECT name FROM campaign WHERE audience_id = $1 AND state = 'DRAFT' AND archived_at IS NULL LIMIT 1",
};
const CAMPAIGN: Kind = {
  ...of('campaign', ' AND NOT is_test'), subject: 'campaign', unknown: 'campaign.unknown', inUse: 'campaign.already-started',
  usedBy: "SELECT name FROM campaign WHERE id = $1 AND state <> 'DRAFT'",
};

/**
 * Puts away what nobody needs any more: templates and audiences that no draft and no reminder to come uses, and drafts. What
 * was sent with them stays as it was; a campaign that was started is part of what happened and stays in the list.
 */
@Injectable()
export class PutAway {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly audit: Audit, private readonly clock: Clock) {}

  async template(actor: Actor, id: MailTemplateId): Promise<{ templateId: MailTemplateId } | Refusal> {
    return this.within(actor, TEMPLATE, id, { templateId: id });
  }

  async audience(actor: Actor, id: AudienceId): Promise<{ audienceId: AudienceId } | Refusal> {
    return this.within(actor, AUDIENCE, id, { audienceId: id });
  }

  async campaign(actor: Actor, id: CampaignId): Promise<{ campaignId: CampaignId } | Refusal> {
    return this.within(actor, CAMPAIGN, id, { campaignId: id });
  }

  private within<Done extends object>(actor: Actor, kind: Kind, id: string, done: Done): Promise<Done | Refusal> {
    return this.work.run(async (tx: Tx) => {
      const [found] = isId(id) ? await tx.query<{ conference_id: ConferenceId }>(kind.find, [id]) : [];
      if (found === undefined) return refuse(kind.unknown);
      const conference = await conferenceFor(this.conferences, tx.em, actor, found.conference_id, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      const [user] = await tx.query<{ name: string }>(kind.usedBy, [id]);
      if (user !== undefined) return refuse(kind.inUse, { name: user.name });
      await tx.query(kind.archive, [id, this.clock.now()]);
      await this.audit.write(tx, { actor, action: `${kind.subject}.put-away`, subjectKind: kind.subject, subjectId: id, conferenceId: conference.id });
      return done;
    });
  }
}
