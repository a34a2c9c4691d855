import { Injectable } from '@nestjs/common';
import { addressKey } from '#kernel';
import type { MessageId } from '#kernel';
import type { Tx } from '#platform';
import { messageBounced } from '../facts.js';
import type { BounceKind, MessageState } from '../message.status.js';
import type { SuppressionReason } from '../suppression/suppression.entity.js';
import { Suppressions } from '../suppression/suppressions.js';
import type { BounceReport } from './bounce-report.js';
import { bounceKindOf, SOFT_BOUNCE_DAYS, SOFT_BOUNCES } from './bounce.rules.js';

const FIND = 'SELECT id, to_address AS "toAddress", state, bounce FROM message WHERE id = $1 FOR UPDATE';
const LATEST = `
  SELECT id FROM message WHERE mailing_id IS NOT NULL AND lower(to_address) = lower($1) AND state IN ('SENT', 'UNCLEAR', 'BOUNCED')
  ORDER BY sent_at DESC NULLS LAST, id DESC LIMIT 1`;
const CAME_BACK = `
  UPDATE message SET state = CASE WHEN state IN ('SENT', 'UNCLEAR') THEN 'BOUNCED' ELSE state END, bounce = $2, bounced_at = now(), smtp_answer = $3
  WHERE id = $1 AND state IN ('SENT', 'UNCLEAR', 'FAILED', 'SENDING', 'BOUNCED')`;
const COMPLAINED = `UPDATE message SET bounce = 'COMPLAINT', bounced_at = now() WHERE id = $1`;
const ARRIVED = `UPDATE message SET state = 'SENT', sent_at = coalesce(sent_at, sending_at, now()), smtp_answer = $2 WHERE id = $1 AND state = 'UNCLEAR'`;
const SOFT_ONES = `
  SELECT count(*)::integer AS count FROM message WHERE lower(to_address) = lower($1) AND bounce = 'SOFT' AND bounced_at > now() - $2 * interval '1 day'`;

interface Found {
  readonly id: MessageId;
  readonly toAddress: string;
  readonly state: MessageState;
  readonly bounce: BounceKind | null;
}

/** What a report means for its letter and its address; told twice it means the same. */
@Injectable()
export class TakeBounce {
  constructor(private readonly suppressions: Suppressions) {}

  /** The letter that a report is about, where only its address is known: the last that went there. */
  async latestTo(tx: Tx, address: string): Promise<MessageId | undefined> {
    return (await tx.query<{ id: MessageId }>(LATEST, [address]))[0]?.id;
  }

  /** False where there is no such letter. */
  async within(tx: Tx, id: MessageId, report: BounceReport): Promise<boolean> {
    const [message] = await tx.query<Found>(FIND, [id]);
    if (message === undefined) return false;
    if (report.action === 'COMPLAINT') await this.complained(tx, message, report);
    else if (report.action === 'FAILED') await this.cameBack(tx, message, report);
    else await tx.query(ARRIVED, [id, report.diagnostic]);
    return true;
  }

  private async complained(tx: Tx, message: Found, { diagnostic }: BounceReport): Promise<void> {
    if (message.bounce === 'COMPLAINT') return;
    await tx.query(COMPLAINED, [message.id]);
    await this.suppress(tx, message, 'COMPLAINT', diagnostic);
    tx.record(messageBounced, { messageId: message.id });
  }

  private async cameBack(tx: Tx, message: Found, { status, diagnostic }: BounceReport): Promise<void> {
    const kind = bounceKindOf(status, diagnostic);
    if (message.bounce === 'COMPLAINT' || message.bounce === 'HARD' || message.bounce === kind) return;
    await tx.query(CAME_BACK, [message.id, kind, diagnostic]);
    if (kind === 'HARD') await this.suppress(tx, message, 'HARD_BOUNCE', diagnostic);
    else await this.count(tx, message);
    tx.record(messageBounced, { messageId: message.id });
  }

  private async count(tx: Tx, message: Found): Promise<void> {
    const [soft] = await tx.query<{ count: number }>(SOFT_ONES, [message.toAddress, SOFT_BOUNCE_DAYS]);
    if ((soft?.count ?? 0) >= SOFT_BOUNCES) await this.suppress(tx, message, 'HARD_BOUNCE', `came back ${SOFT_BOUNCES} times within ${SOFT_BOUNCE_DAYS} days`);
  }

  // A dead address is dead for every conference, and who complains must not hear from another one.
  private async suppress(tx: Tx, { id, toAddress }: Found, reason: SuppressionReason, note: string): Promise<void> {
    if (addressKey(toAddress).startsWith('@')) return;
    await this.suppressions.add(tx, null, [{ address: toAddress, reason, note: note.slice(0, 500), messageId: id }]);
  }
}
