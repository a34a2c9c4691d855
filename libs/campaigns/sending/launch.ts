import { Categories } from '#conferences';
import type { Conference } from '#conferences';
import { Clock, instantOf, textFor } from '#kernel';
import type { CampaignId, MailingId } from '#kernel';
import { Mailings } from '#mail';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CampaignPlan, FrozenCampaign, Schedule } from '../campaign-plan.js';
import type { Purpose } from '../campaign.status.js';
import { fillCampaign } from '../jobs.js';
import type { MailTemplate } from '../template/mail-template.entity.js';

const START = `
  UPDATE campaign SET state = 'RUNNING', frozen = $2, recipients = $3, started_at = $4, starts_at = $5, version = version + 1 WHERE id = $1 AND state = 'DRAFT'`;

export interface ToLaunch {
  readonly id: CampaignId;
  readonly what: Purpose;
  readonly plan: CampaignPlan;
}

/** The mailing of a campaign has its id. */
export function mailingOf(id: CampaignId): MailingId {
  return id as string as MailingId;
}

/** Sets a campaign going whose recipients are written down: from here on template and conference are those of this moment. */
@Injectable()
export class Launch {
  constructor(private readonly mailings: Mailings, private readonly categories: Categories, private readonly clock: Clock) {}

  async run(tx: Tx, campaign: ToLaunch, its: { template: MailTemplate; conference: Conference; recipients: number }): Promise<void> {
    const { id, plan, what } = campaign;
    const frozen = await this.freeze(tx.em, its.template, its.conference);
    const now = this.clock.now();
    await tx.query(START, [id, JSON.stringify(frozen), its.recipients, now, beginOf(plan.schedule, its.conference.timeZone, now)]);
    const { pace } = plan;
    await this.mailings.open(tx, {
      id: mailingOf(id), conferenceId: its.conference.id, kind: `campaigns.${what.toLowerCase()}`, fromName: plan.fromName ?? textFor(its.conference.title, its.conference.locales[0] ?? 'en'),
      replyTo: plan.replyTo ?? undefined, listId: its.conference.slug, perMinute: pace.perMinute ?? undefined, domainPerMinute: pace.domainPerMinute ?? undefined,
      warmUp: pace.warmUp, quiet: pace.quiet ?? undefined, zone: its.conference.timeZone,
    });
    tx.enqueue(fillCampaign, { campaignId: id });
  }

  /** What a letter says besides its reader. */
  async freeze(em: EntityManager, template: Pick<MailTemplate, 'texts' | 'fallbacks' | 'attaches'>, conference: Conference): Promise<FrozenCampaign> {
    const categories = await this.categories.ofConferences(em, [conference.id]);
    const { slug, title, startsOn, endsOn, city, country, timeZone } = conference;
    return {
      texts: template.texts, fallbacks: template.fallbacks, attaches: template.attaches, conference: { slug, title, startsOn, endsOn, city, country, timeZone },
      categories: Object.fromEntries(categories.map((category) => [category.id, category.title])),
    };
  }
}

/** When the first letter may leave. In the earliest zone of the world it is 09:00 fourteen hours before it is so in UTC. */
export function beginOf(schedule: Schedule, timeZone: string, now: Date): Date {
  if (schedule.kind === 'NOW') return now;
  const at = schedule.kind === 'AT' ? new Date(schedule.at) : morningOf(schedule.day, 'Pacific/Kiritimati') ?? morningOf(schedule.day, timeZone) ?? now;
  return at > now ? at : now;
}

/** 09:00 of a day in a zone; nothing where the zone is unknown. */
export function morningOf(day: string, zone: string): Date | undefined {
  const at = instantOf(`${day}T09:00`, zone);
  return at instanceof Date ? at : undefined;
}
