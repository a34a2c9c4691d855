import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { tellDepartureNotice, TellNotice } from '#visits';
import type { DepartureNoticeId } from '#visits';

/** Writes a batch of letters about a change of a departure. */
@Handles(tellDepartureNotice)
export class TellNoticeHandler implements JobHandler<{ noticeId: DepartureNoticeId }> {
  constructor(private readonly tell: TellNotice) {}

  async handle({ noticeId }: { noticeId: DepartureNoticeId }): Promise<void> {
    await this.tell.run(noticeId);
  }
}
