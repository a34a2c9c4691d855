import { Injectable } from '@nestjs/common';
import type { MessageId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { deliverMessage } from '../jobs.js';

/** No sending lasts so long (PATIENCE in post/smtp-line.ts), so whoever held it is dead. */
export const STRANDED_AFTER_MINUTES = 6;
/** Due for so long, a letter has lost its job: the job was set aside, or someone emptied the outbox. */
export const FORGOTTEN_AFTER_MINUTES = 20;
const MOST = 500;

const AGAIN = `
  UPDATE message SET state = 'PENDING', phase = NULL, sending_by = NULL, next_attempt_at = now() WHERE id IN (
    SELECT id FROM message WHERE mailing_id IS NULL AND state = 'SENDING' AND sending_at < now() - $1 * interval '1 minute' AND (phase = 'connect' OR urgent)
    ORDER BY sending_at LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id`;
const UNCLEAR = `
  UPDATE message SET state = 'UNCLEAR', phase = NULL, sending_by = NULL, smtp_answer = 'the worker died while the letter was on its way'
  WHERE id IN (
    SELECT id FROM message WHERE state = 'SENDING' AND sending_at < now() - $1 * interval '1 minute' AND phase = 'data' AND NOT urgent
    ORDER BY sending_at LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id`;
const FORGOTTEN = `
  UPDATE message SET next_attempt_at = now() WHERE id IN (
    SELECT id FROM message WHERE mailing_id IS NULL AND state IN ('PENDING', 'DEFERRED') AND next_attempt_at < now() - $1 * interval '1 minute'
    ORDER BY next_attempt_at LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id`;

/** Picks up letters whose sender has died: what cannot have left goes again, what may have arrived waits for a person. */
@Injectable()
export class SettleStranded {
  constructor(private readonly work: UnitOfWork) {}

  async run(): Promise<{ again: number; unclear: number }> {
    return this.work.run(async (tx) => {
      const again = [
        ...(await tx.query<{ id: MessageId }>(AGAIN, [STRANDED_AFTER_MINUTES, MOST])),
        ...(await tx.query<{ id: MessageId }>(FORGOTTEN, [FORGOTTEN_AFTER_MINUTES, MOST])),
      ];
      const unclear = await tx.query<{ id: MessageId }>(UNCLEAR, [STRANDED_AFTER_MINUTES, MOST]);
      enqueueAll(tx, again);
      return { again: again.length, unclear: unclear.length };
    });
  }
}

function enqueueAll(tx: Tx, messages: readonly { readonly id: MessageId }[]): void {
  for (const { id } of messages) tx.enqueue(deliverMessage, { messageId: id });
}
