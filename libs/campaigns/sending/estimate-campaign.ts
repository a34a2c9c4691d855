import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { CampaignId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { AudienceCounts } from '../audience/audience-counts.js';
import type { AudienceCount, LocaleCount } from '../audience/audience-counts.js';
import { readersOf } from '../audience/readers-of.js';
import { Campaign } from '../campaign.entity.js';
import { conferenceFor } from '../campaigns.policy.js';
import { versionFor } from '../template/compiled-template.js';
import { MailTemplate } from '../template/mail-template.entity.js';
import { beginOf } from './launch.js';

/** What a campaign would do if it were started now. */
export interface Estimate extends AudienceCount {
  /** Readers by the language that they would be written to in. */
  readonly byLocale: readonly LocaleCount[];
  /** Readers who would get another language than their own. */
  readonly inFallback: number;
  readonly startsAt: Date;
  /** At the pace that was set; nothing where none was, since mail servers alone decide it then. */
  readonly endsAt: Date | null;
}

const MINUTE = 60_000;

/** Counts whom a draft would write to, in which languages, and how long that takes. */
@Injectable()
export class EstimateCampaign {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly counts: AudienceCounts, private readonly clock: Clock) {}

  async run(actor: Actor, id: CampaignId): Promise<Estimate | Refusal> {
    const em = this.work.reader;
    const campaign = isId(id) ? await em.findOneBy(Campaign, { id, isTest: false }) : null;
    if (campaign === null) return refuse('campaign.unknown');
    const conference = await conferenceFor(this.conferences, em, actor, campaign.conferenceId, 'campaigns.edit');
    if (isRefusal(conference)) return conference;
    const readers = await readersOf(em, campaign);
    if (readers === null) return refuse('audience.unknown');
    const { texts, fallbacks } = await em.findOneByOrFail(MailTemplate, { id: campaign.templateId });
    const count = await this.counts.count(em, conference, readers);
    const written = new Map<string, number>();
    let inFallback = 0;
    for (const { locale, count: many } of count.byLocale) {
      const version = versionFor(Object.keys(texts), fallbacks, locale) ?? locale;
      written.set(version, (written.get(version) ?? 0) + many);
      if (version.split('-')[0] !== locale.split('-')[0]) inFallback += many;
    }
    const startsAt = beginOf(campaign.plan.schedule, conference.timeZone, this.clock.now());
    const { perMinute } = campaign.plan.pace;
    return {
      ...count, inFallback, startsAt, endsAt: perMinute === null ? null : new Date(startsAt.getTime() + Math.ceil(count.recipients / perMinute) * MINUTE),
      byLocale: [...written].map(([locale, many]) => ({ locale, count: many })).sort((one, other) => other.count - one.count),
    };
  }
}
