import { mailingOf } from '#campaigns';
import type { Campaign } from '#campaigns';
import { Mailings, UNSETTLED_STATES } from '#mail';
import type { MessageState } from '#mail';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { CampaignProgress, CampaignState } from '../graphql/schema.gen.js';

/** A campaign that was started waits for its time before anything is sent. */
export function shownState({ state, startsAt }: Campaign, now: Date): CampaignState {
  return state === 'RUNNING' && startsAt !== null && startsAt > now ? 'SCHEDULED' : state;
}

/** How the letters of campaigns fare, for GraphQL and for whoever follows live. */
@Injectable()
export class ProgressDesk {
  constructor(private readonly work: UnitOfWork, private readonly mailings: Mailings) {}

  /** Nothing of a campaign that was not started. */
  async of(campaign: Campaign): Promise<CampaignProgress | null> {
    if (campaign.state === 'DRAFT') return null;
    const progress = await this.mailings.progress(this.work.reader, mailingOf(campaign.id));
    const counts = Object.entries(progress?.counts ?? {}).map(([state, count]) => ({ state: state as MessageState, count }));
    const unsettled: readonly MessageState[] = UNSETTLED_STATES;
    return {
      counts, total: campaign.recipients ?? 0,
      settled: counts.filter(({ state }) => !unsettled.includes(state)).reduce((sum, { count }) => sum + count, 0),
      ratePerMinute: progress?.ratePerMinute ?? null, expectedEnd: progress?.expectedEnd ?? null, nextAt: progress?.nextAt ?? null,
      alerts: (progress?.alerts ?? []).map(({ kind, name, answer, until }) => ({ name, isSender: kind === 'SENDER', answer, until })),
    };
  }
}
