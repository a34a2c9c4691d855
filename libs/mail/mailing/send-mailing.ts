import { Injectable } from '@nestjs/common';
import type { MailingId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import type { MailingState } from './mailing.entity.js';

const STANDING = 'SELECT state, shift FROM mailing WHERE id = $1';
const CANCEL_REST = `
  UPDATE message SET state = 'CANCELLED' WHERE id IN (
    SELECT id FROM message WHERE mailing_id = $1 AND state IN ('PENDING', 'DEFERRED') LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id`;
const BATCH = 5_000;

/** One shift of a mailing: what a job does before its successor takes over. */
@Injectable()
export class SendMailing {
  constructor(private readonly work: UnitOfWork) {}

  async run(mailingId: MailingId, shift: number): Promise<void> {
    const [standing] = await rowsOf<{ state: MailingState; shift: number }>(this.work.reader, STANDING, [mailingId]);
    if (standing === undefined || standing.shift !== shift) return;
    if (standing.state === 'CANCELLED') await this.cancelRest(mailingId);
  }

  private async cancelRest(mailingId: MailingId): Promise<void> {
    for (;;) {
      const cancelled = await rowsOf(this.work.reader, CANCEL_REST, [mailingId, BATCH]);
      if (cancelled.length < BATCH) return;
    }
  }
}
