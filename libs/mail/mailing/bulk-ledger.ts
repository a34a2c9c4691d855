import { Injectable } from '@nestjs/common';
import type { MailingId, MessageId } from '#kernel';
import { preparedRows, rowsOf, UnitOfWork } from '#platform';
import type { MessageState } from '../message.status.js';
import type { MessageToPrint } from './mailing-press.js';

/** A letter that may be sent: read, and not yet taken. It is taken by `begin`, when the server asks for its body. */
export interface WaitingLetter extends MessageToPrint {
  readonly messageId: string;
  readonly domain: string;
  /** Tries so far: under this number alone it may be taken. */
  readonly attempts: number;
  readonly dueAt: string;
}

/** That a letter's body may leave from now on. */
export interface Beginning {
  readonly letter: WaitingLetter;
  readonly subject: string;
  readonly sender: string;
}

/** How a sending ended. `wasBegun`: after its body had begun, or before. */
export interface Ended {
  readonly letter: WaitingLetter;
  readonly state: Extract<MessageState, 'SENT' | 'DEFERRED' | 'FAILED' | 'UNCLEAR'>;
  readonly answer: string;
  readonly wasBegun: boolean;
  readonly restMs: number;
}

/** What one line has to say to the ledger at once: what became of its last letters, and which it begins. */
export interface Note {
  readonly ended: readonly Ended[];
  readonly begins?: Beginning | undefined;
}

const WAITING = `
  SELECT id, to_address AS "toAddress", to_name AS "toName", locale, props, message_id AS "messageId", coalesce(domain, '') AS domain, attempts, next_attempt_at::text AS "dueAt"
  FROM message WHERE mailing_id = $1 AND state IN ('PENDING', 'DEFERRED') AND next_attempt_at <= now() AND (next_attempt_at, id) > ($2::timestamptz, $3::uuid) AND domain <> ALL($4::text[])
  ORDER BY next_attempt_at, id LIMIT $5`;
// One statement, one commit for all lines: rows end and rows begin together, so that a letter's end is never committed
// after the beginning of the next on its line. Begun again under the same name it stays begun: the commit was not seen.
const WRITE = `
  WITH ended AS (
    UPDATE message m SET state = e.state, phase = NULL, smtp_answer = e.answer, sending_by = NULL,
      attempts = m.attempts + CASE WHEN e.begun THEN 0 ELSE 1 END,
      sent_at = CASE WHEN e.state = 'SENT' THEN now() ELSE m.sent_at END,
      next_attempt_at = CASE WHEN e.rest > 0 THEN now() + e.rest * interval '1 millisecond' ELSE m.next_attempt_at END
    FROM unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::boolean[], $6::integer[]) AS e(id, attempts, state, answer, begun, rest)
    WHERE m.id = e.id AND (CASE WHEN e.begun THEN m.attempts = e.attempts + 1 AND (m.state = 'SENDING' OR (m.state = 'UNCLEAR' AND e.state = 'SENT'))
      ELSE m.attempts = e.attempts AND m.state IN ('PENDING', 'DEFERRED') END))
  UPDATE message m SET state = 'SENDING', phase = 'data', attempts = b.attempts + 1, sending_at = now(), sending_by = $7, subject = b.subject, sender = b.sender
  FROM unnest($8::uuid[], $9::integer[], $10::text[], $11::text[]) AS b(id, attempts, subject, sender)
  WHERE m.id = b.id AND ((m.attempts = b.attempts AND m.state IN ('PENDING', 'DEFERRED')) OR (m.attempts = b.attempts + 1 AND m.state = 'SENDING' AND m.sending_by = $7))
  RETURNING m.id`;
const DROP = `
  UPDATE message SET state = $2, smtp_answer = $3 WHERE id = ANY($1::uuid[]) AND state IN ('PENDING', 'DEFERRED')`;
const SUPPRESSED = `
  UPDATE message m SET state = 'SUPPRESSED', smtp_answer = s.reason FROM unnest($1::uuid[], $2::text[]) AS s(id, reason)
  WHERE m.id = s.id AND m.state IN ('PENDING', 'DEFERRED')`;
const STRANDED = `
  UPDATE message SET state = 'UNCLEAR', phase = NULL, sending_by = NULL, smtp_answer = 'the worker died while the letter was on its way'
  WHERE mailing_id = $1 AND state = 'SENDING' AND sending_by = $2`;
export const FIRST: Pick<WaitingLetter, 'dueAt' | 'id'> = { dueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' as MessageId };
const TRIES = 40;

/** The ledger as the lane for many writes it: the same rows and fences as `deliver/ledger.ts`, many at a time. */
@Injectable()
export class BulkLedger {
  constructor(private readonly work: UnitOfWork) {}

  /** Letters that are due, in the order of their dues, after the last one read. */
  waiting(mailingId: MailingId, after: Pick<WaitingLetter, 'dueAt' | 'id'>, without: readonly string[], most: number): Promise<WaitingLetter[]> {
    return rowsOf(this.work.reader, WAITING, [mailingId, after.dueAt, after.id, without, most]);
  }

  /**
   * Commits what the lines have to say. A database that is away is waited for, since an answer of the mail server cannot
   * be had twice. @returns the letters that were begun: a letter that is missing has been taken, or taken back, by another
   */
  async write(by: string, notes: readonly Note[]): Promise<ReadonlySet<MessageId>> {
    const ended = notes.flatMap((note) => note.ended);
    const begins = notes.flatMap((note) => note.begins ?? []);
    const parameters = [
      ended.map(({ letter }) => letter.id), ended.map(({ letter }) => letter.attempts), ended.map(({ state }) => state), ended.map(({ answer }) => answer),
      ended.map(({ wasBegun }) => wasBegun), ended.map(({ restMs }) => restMs), by,
      begins.map(({ letter }) => letter.id), begins.map(({ letter }) => letter.attempts), begins.map(({ subject }) => subject), begins.map(({ sender }) => sender),
    ];
    for (let attempt = 1; ; attempt += 1) {
      try {
        const rows = await preparedRows<{ id: MessageId }>(this.work.reader, WRITE, parameters);
        return new Set(rows.map(({ id }) => id));
      } catch (fault) {
        if (attempt >= TRIES) throw fault;
        await new Promise((resolve) => setTimeout(resolve, Math.min(50 * 2 ** attempt, 1_000)));
      }
    }
  }

  async cancel(ids: readonly MessageId[], why: string): Promise<void> {
    await rowsOf(this.work.reader, DROP, [ids, 'CANCELLED', why]);
  }

  async fail(id: MessageId, why: string): Promise<void> {
    await rowsOf(this.work.reader, DROP, [[id], 'FAILED', why]);
  }

  async suppress(reasons: ReadonlyMap<MessageId, string>): Promise<void> {
    await rowsOf(this.work.reader, SUPPRESSED, [[...reasons.keys()], [...reasons.values()]]);
  }

  /** Letters that a dead run of the same name had under way may have arrived. */
  async settleStranded(mailingId: MailingId, by: string): Promise<void> {
    await rowsOf(this.work.reader, STRANDED, [mailingId, by]);
  }
}

