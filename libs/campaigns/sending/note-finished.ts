import { Clock } from '#kernel';
import type { CampaignId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

const FINISH = "UPDATE campaign SET state = 'FINISHED', finished_at = coalesce(finished_at, $2), version = version + 1 WHERE id = $1 AND state IN ('RUNNING', 'PAUSED')";

/** A campaign is finished when its mailing is: every letter of it is final. */
@Injectable()
export class NoteFinished {
  constructor(private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async run(id: CampaignId): Promise<void> {
    await this.work.run((tx) => tx.query(FINISH, [id, this.clock.now()]));
  }
}
