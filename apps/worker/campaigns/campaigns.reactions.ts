import { noteFinished } from '#campaigns';
import type { CampaignId } from '#kernel';
import { mailingFinished } from '#mail';
import { reaction } from '#platform';
import type { Reaction } from '#platform';

/** A campaign and its mailing have one id. */
export const campaignsReactions: readonly Reaction[] = [
  reaction(mailingFinished, noteFinished, ({ mailingId }) => ({ campaignId: mailingId as string as CampaignId })),
];
