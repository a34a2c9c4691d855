import { Injectable } from '@nestjs/common';
import type { MessageId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import type { MessageState, SendingPhase } from '../message.status.js';

/** A letter that this run has taken to send; `attempt` is the number under which alone it may write. */
export interface TakenMessage {
  readonly id: MessageId;
  readonly attempt: number;
  readonly kind: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly fromName: string | null;
  readonly locale: string;
  readonly props: object;
  readonly urgent: boolean;
  readonly messageId: string;
  readonly ageMs: number;
}

export interface MessageStanding {
  readonly state: MessageState;
  readonly phase: SendingPhase | null;
  readonly sendingBy: string | null;
  readonly attempts: number;
  readonly urgent: boolean;
  readonly restMs: number;
}

const TAKE = `
  UPDATE message SET state = 'SENDING', phase = 'connect', attempts = attempts + 1, sending_at = now(), sending_by = $2
  WHERE id = $1 AND ((state IN ('PENDING', 'DEFERRED') AND next_attempt_at <= now())
    OR (state = 'SENDING' AND phase = 'connect' AND sending_by = $2))
  RETURNING id, attempts AS attempt, kind, to_address AS "toAddress", to_name AS "toName", from_name AS "fromName", locale, props,
    urgent, message_id AS "messageId", (extract(epoch FROM now() - created_at) * 1000)::float8 AS "ageMs"`;
const STANDING = `
  SELECT state, phase, sending_by AS "sendingBy", attempts, urgent,
    (extract(epoch FROM next_attempt_at - now()) * 1000)::float8 AS "restMs" FROM message WHERE id = $1`;
const BEGIN_DATA = `
  UPDATE message SET phase = 'data', subject = $3
  WHERE id = $1 AND attempts = $2 AND state = 'SENDING' AND phase = 'connect' RETURNING id`;
// What the server said is the truth even where someone has called it unclear in the meantime.
const SENT = `
  UPDATE message SET state = 'SENT', phase = NULL, sent_at = now(), smtp_answer = $3, sending_by = NULL
  WHERE id = $1 AND attempts = $2 AND state IN ('SENDING', 'UNCLEAR') RETURNING id`;
const ENDED = `
  UPDATE message SET state = $3, phase = NULL, smtp_answer = $4, sending_by = NULL,
    next_attempt_at = now() + $5 * interval '1 millisecond'
  WHERE id = $1 AND attempts = $2 AND state = 'SENDING' RETURNING id`;
// A fault of ours before the letter began to flow has sent nothing; after that nobody knows.
const NOT_SENT = `
  UPDATE message SET state = CASE WHEN phase = 'data' AND NOT urgent THEN 'UNCLEAR' WHEN $3 THEN 'FAILED' ELSE 'DEFERRED' END,
    phase = NULL, smtp_answer = $4, sending_by = NULL, next_attempt_at = now() + $5 * interval '1 millisecond'
  WHERE id = $1 AND attempts = $2 AND state = 'SENDING' RETURNING id`;

/** The rows of the ledger as a sending sees them. Time is the database's: a worker's clock may be wrong. */
@Injectable()
export class Ledger {
  constructor(private readonly work: UnitOfWork) {}

  /** Takes a letter to send it: of any number who ask, one gets it. */
  async take(id: MessageId, by: string): Promise<TakenMessage | undefined> {
    const [taken] = await rowsOf<TakenMessage>(this.work.reader, TAKE, [id, by]);
    return taken;
  }

  async standing(id: MessageId): Promise<MessageStanding | undefined> {
    const [standing] = await rowsOf<MessageStanding>(this.work.reader, STANDING, [id]);
    return standing;
  }

  /** Commits that the letter may arrive from now on. False where another run has taken it over. */
  async beginData(message: TakenMessage, subject: string): Promise<boolean> {
    return (await rowsOf(this.work.reader, BEGIN_DATA, [message.id, message.attempt, subject])).length === 1;
  }

  async sent(message: TakenMessage, answer: string): Promise<void> {
    await this.insist(SENT, [message.id, message.attempt, answer]);
  }

  async ended(id: MessageId, attempt: number, state: Exclude<MessageState, 'SENT' | 'SENDING'>, answer: string, restMs = 0): Promise<void> {
    await this.insist(ENDED, [id, attempt, state, answer, restMs]);
  }

  /** A fault of ours stood in the way; `isFinal` where trying again cannot help. */
  async notSent(message: TakenMessage, reason: string, isFinal: boolean, restMs: number): Promise<void> {
    await this.insist(NOT_SENT, [message.id, message.attempt, isFinal, reason, restMs]);
  }

  // An answer of the mail server cannot be had twice: a database that is away for a moment is waited for.
  private async insist(sql: string, parameters: readonly unknown[], tries = 30): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await rowsOf(this.work.reader, sql, parameters);
        return;
      } catch (fault) {
        if (attempt >= tries) throw fault;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }
}
