import { NoteFinished, noteFinished } from '#campaigns';
import type { CampaignId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Notes that a campaign has come to its end. */
@Handles(noteFinished)
export class NoteFinishedHandler implements JobHandler<{ campaignId: CampaignId }> {
  constructor(private readonly note: NoteFinished) {}

  async handle({ campaignId }: { campaignId: CampaignId }): Promise<void> {
    await this.note.run(campaignId);
  }
}
