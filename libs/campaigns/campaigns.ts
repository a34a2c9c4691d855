import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { decodeCursor, isId, isRefusal, pageOf, refuse } from '#kernel';
import type { AudienceId, CampaignId, ConferenceId, MailTemplateId, Page, PageRequest, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { Audience } from './audience/audience.entity.js';
import { AudienceCounts } from './audience/audience-counts.js';
import type { AudienceCount } from './audience/audience-counts.js';
import type { AudienceFilter } from './audience/audience-filter.js';
import { filterProblems, tidyFilter } from './audience/audience-input.js';
import { Campaign } from './campaign.entity.js';
import { conferenceFor } from './campaigns.policy.js';
import { ReminderRule } from './reminders/reminder-rule.entity.js';
import { MailTemplate } from './template/mail-template.entity.js';

/** Most reminder rules that are shown of a campaign. */
const MOST_RULES = 50;
/** What was put away is still found by its id, for the campaigns that used it. */
const KEPT = { archivedAt: IsNull() };

export interface Paged<Row> {
  readonly page: Page<Row>;
  count(): Promise<number>;
}

type OfConference = ObjectLiteral & { readonly id: string; readonly conferenceId: ConferenceId };

/** Finding templates, audiences and campaigns, for those who may write them. */
@Injectable()
export class Campaigns {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly counts: AudienceCounts) {}

  templates(actor: Actor, conferenceId: ConferenceId, request: PageRequest): Promise<Paged<MailTemplate> | Refusal> {
    return this.list(actor, MailTemplate, conferenceId, KEPT, request);
  }

  audiences(actor: Actor, conferenceId: ConferenceId, request: PageRequest): Promise<Paged<Audience> | Refusal> {
    return this.list(actor, Audience, conferenceId, KEPT, request);
  }

  campaigns(actor: Actor, conferenceId: ConferenceId, request: PageRequest): Promise<Paged<Campaign> | Refusal> {
    return this.list(actor, Campaign, conferenceId, { ...KEPT, isTest: false }, request);
  }

  template(actor: Actor, id: MailTemplateId): Promise<MailTemplate | Refusal> {
    return this.one(actor, MailTemplate, id, {}, 'template.unknown');
  }

  audience(actor: Actor, id: AudienceId): Promise<Audience | Refusal> {
    return this.one(actor, Audience, id, {}, 'audience.unknown');
  }

  campaign(actor: Actor, id: CampaignId): Promise<Campaign | Refusal> {
    return this.one(actor, Campaign, id, { isTest: false }, 'campaign.unknown');
  }

  /** How many a filter finds, saved or not. */
  async count(actor: Actor, conferenceId: ConferenceId, filter: AudienceFilter): Promise<AudienceCount | Refusal> {
    const conference = await conferenceFor(this.conferences, this.work.reader, actor, conferenceId, 'campaigns.edit');
    if (isRefusal(conference)) return conference;
    const tidied = tidyFilter(filter);
    const problems = await filterProblems(this.work.reader, conference, tidied);
    return problems.length > 0 ? refuse('input.invalid', { problems }) : this.counts.count(this.work.reader, conference, tidied);
  }

  /** The conference, where the actor may write its campaigns. */
  conference(actor: Actor, conferenceId: ConferenceId): Promise<Conference | Refusal> {
    return conferenceFor(this.conferences, this.work.reader, actor, conferenceId, 'campaigns.edit');
  }

  templatesByIds(ids: readonly MailTemplateId[]): Promise<MailTemplate[]> {
    return this.work.reader.findBy(MailTemplate, { id: In(ids) });
  }

  audiencesByIds(ids: readonly AudienceId[]): Promise<Audience[]> {
    return this.work.reader.findBy(Audience, { id: In(ids) });
  }

  campaignsByIds(ids: readonly CampaignId[]): Promise<Campaign[]> {
    return this.work.reader.findBy(Campaign, { id: In(ids) });
  }

  /** Oldest first. */
  rulesOf(ids: readonly CampaignId[]): Promise<ReminderRule[]> {
    return this.work.reader.find(ReminderRule, { where: { campaignId: In(ids) }, order: { id: 'ASC' }, take: MOST_RULES * ids.length });
  }

  private async one<Row extends OfConference>(actor: Actor, entity: EntityTarget<Row>, id: string, more: object, code: 'template.unknown' | 'audience.unknown' | 'campaign.unknown'): Promise<Row | Refusal> {
    const row = isId(id) ? await this.work.reader.findOneBy(entity, { id, ...more } as unknown as FindOptionsWhere<Row>) : null;
    if (row === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse(code);
    const conference = await this.conference(actor, row.conferenceId);
    return isRefusal(conference) ? conference : row;
  }

  // Newest first.
  private async list<Row extends OfConference>(actor: Actor, entity: EntityTarget<Row>, conferenceId: ConferenceId, more: object, request: PageRequest): Promise<Paged<Row> | Refusal> {
    const conference = await this.conference(actor, conferenceId);
    if (isRefusal(conference)) return conference;
    const [after] = request.after === undefined ? [null] : decodeCursor(request.after, 1) ?? [undefined];
    if (after !== null && (typeof after !== 'string' || !isId(after))) return refuse('cursor.malformed');
    const where = { conferenceId: conference.id, ...more };
    const rows = await this.work.reader.find(entity, {
      where: { ...where, ...(after === null ? {} : { id: LessThan(after) }) } as unknown as FindOptionsWhere<Row>, order: { id: 'DESC' } as never, take: request.first + 1,
    });
    return { page: pageOf(rows, request, ({ id }) => [id]), count: () => this.work.reader.countBy(entity, where as unknown as FindOptionsWhere<Row>) };
  }
}
