import { mailingOf } from '#campaigns';
import type { Campaign } from '#campaigns';
import type { CampaignId } from '#kernel';
import { Mailings, UNSETTLED_STATES } from '#mail';
import type { MailingProgress, MessageState } from '#mail';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { CampaignProgress, CampaignState } from '../graphql/schema.gen.js';

/** A campaign that was started waits for its time before anything is sent. */
export function shownState({ state, startsAt }: Campaign, now: Date): CampaignState {
  return state === 'RUNNING' && startsAt !== null && startsAt > now ? 'SCHEDULED' : state;
}

/** From how many letters on counting them is work. */
const LARGE = 10_000;
/** For how many times as long as it took to count, what was counted is told again: a twentieth of a core at the most, however many look. */
const TOLD_AGAIN = 20;

interface Counted {
  readonly progress: Promise<MailingProgress | undefined>;
  /** By `performance.now()`. */
  until: number;
}

type Asked = Pick<Campaign, 'id' | 'state' | 'recipients'>;

/** How the letters of campaigns fare, for GraphQL and for whoever follows live. */
@Injectable()
export class ProgressDesk {
  /** Large ones that run. */
  private readonly counted = new Map<CampaignId, Counted>();

  constructor(private readonly work: UnitOfWork, private readonly mailings: Mailings) {}

  /** Nothing of a campaign that was not started. */
  async of(campaign: Asked): Promise<CampaignProgress | null> {
    if (campaign.state === 'DRAFT') return null;
    const progress = await this.progress(campaign);
    const counts = Object.entries(progress?.counts ?? {}).map(([state, count]) => ({ state: state as MessageState, count }));
    const unsettled: readonly MessageState[] = UNSETTLED_STATES;
    return {
      counts, total: campaign.recipients ?? 0,
      settled: counts.filter(({ state }) => !unsettled.includes(state)).reduce((sum, { count }) => sum + count, 0),
      ratePerMinute: progress?.ratePerMinute ?? null, expectedEnd: progress?.expectedEnd ?? null, nextAt: progress?.nextAt ?? null,
      alerts: (progress?.alerts ?? []).map(({ kind, name, answer, until }) => ({ name, isSender: kind === 'SENDER', answer, until })),
    };
  }

  private progress({ id, state, recipients }: Asked): Promise<MailingProgress | undefined> {
    if (state !== 'RUNNING' || (recipients ?? 0) < LARGE) {
      this.counted.delete(id);
      return this.mailings.progress(this.work.reader, mailingOf(id));
    }
    const known = this.counted.get(id);
    return known !== undefined && performance.now() < known.until ? known.progress : this.count(id);
  }

  private count(id: CampaignId): Promise<MailingProgress | undefined> {
    const began = performance.now();
    const counted: Counted = { progress: this.mailings.progress(this.work.reader, mailingOf(id)), until: Infinity };
    this.counted.set(id, counted);
    const noteTime = (): void => { counted.until = performance.now() + (performance.now() - began) * TOLD_AGAIN; };
    counted.progress.then(noteTime, () => { this.counted.delete(id); });
    return counted.progress;
  }
}
