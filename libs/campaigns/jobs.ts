import type { CampaignId } from '#kernel';
import { job } from '#platform';

/** Writes the recipients of a started campaign into the ledger, a few thousand at a time; begun again, it goes on where it was. */
export const fillCampaign = job<{ campaignId: CampaignId }>('campaigns.fill', { queue: 'campaigns', attempts: 30 });

/** Notes that all letters of a campaign have come to their end. */
export const noteFinished = job<{ campaignId: CampaignId }>('campaigns.note-finished', { queue: 'work', attempts: 12 });
