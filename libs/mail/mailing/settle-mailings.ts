import { Injectable } from '@nestjs/common';
import type { MailingId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { STRANDED_AFTER_MINUTES } from '../deliver/settle-stranded.js';
import { Paces } from './paces.js';
import { wakeMailing } from './wake.js';

const UNCLEAR = `
  UPDATE message SET state = 'UNCLEAR', phase = NULL, sending_by = NULL, smtp_answer = 'the worker died while the letter was on its way'
  WHERE id IN (
    SELECT id FROM message WHERE mailing_id IS NOT NULL AND state = 'SENDING' AND sending_at < now() - $1 * interval '1 minute'
    ORDER BY sending_at LIMIT 500 FOR UPDATE SKIP LOCKED)
  RETURNING id`;
// A letter that was under way when its mailing was cancelled, and came back.
const CANCELLED = `
  UPDATE message SET state = 'CANCELLED' WHERE id IN (
    SELECT m.id FROM mailing JOIN message m ON m.mailing_id = mailing.id AND m.state IN ('PENDING', 'DEFERRED')
    WHERE mailing.state = 'CANCELLED' LIMIT 5000 FOR UPDATE OF m SKIP LOCKED)
  RETURNING id`;
// Its job was set aside, or someone emptied the outbox. One that waits for recipients has no job and needs none.
const ORPHANED = `
  SELECT id FROM mailing WHERE state = 'RUNNING' AND coalesce(seen_at, created_at) < now() - interval '1 minute'
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE name = 'mail.send-mailing' AND failed_at IS NULL
      AND payload->>'mailingId' = mailing.id::text AND (payload->>'shift')::integer = mailing.shift)
    AND (NOT adding OR EXISTS (SELECT 1 FROM message m WHERE m.mailing_id = mailing.id AND m.state IN ('PENDING', 'DEFERRED')))
  ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED`;

/** Picks up what dead workers left of mailings. */
@Injectable()
export class SettleMailings {
  constructor(private readonly work: UnitOfWork, private readonly paces: Paces) {}

  async run(): Promise<{ unclear: number; cancelled: number; woken: number }> {
    await this.paces.sweep();
    return this.work.run(async (tx) => {
      const unclear = await tx.query(UNCLEAR, [STRANDED_AFTER_MINUTES]);
      const cancelled = await tx.query(CANCELLED);
      const orphaned = await tx.query<{ id: MailingId }>(ORPHANED);
      await wakeAll(tx, orphaned);
      return { unclear: unclear.length, cancelled: cancelled.length, woken: orphaned.length };
    });
  }
}

async function wakeAll(tx: Tx, mailings: readonly { readonly id: MailingId }[]): Promise<void> {
  for (const { id } of mailings) await wakeMailing(tx, id);
}
