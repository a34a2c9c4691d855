import { FillCampaign, fillCampaign } from '#campaigns';
import type { CampaignId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Writes the recipients of a started campaign into the ledger. */
@Handles(fillCampaign)
export class FillCampaignHandler implements JobHandler<{ campaignId: CampaignId }> {
  constructor(private readonly fill: FillCampaign) {}

  async handle({ campaignId }: { campaignId: CampaignId }): Promise<void> {
    await this.fill.run(campaignId);
  }
}
