import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { ConferenceId, MailingId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { mailingFinished } from '../facts.js';
import { sendMailing } from '../jobs.js';
import { UNSETTLED_STATES } from '../message.status.js';
import type { MailingState } from './mailing.entity.js';

/** A mailing as a run reads it at its beginning. */
export interface RunningMailing {
  readonly id: MailingId;
  readonly conferenceId: ConferenceId;
  readonly state: MailingState;
  readonly shift: number;
  readonly kind: string;
  readonly fromName: string;
  readonly replyTo: string | null;
  readonly listId: string;
  readonly senders: readonly string[];
  readonly perMinute: number | null;
  readonly domainPerMinute: number | null;
  readonly warmUp: readonly number[];
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly zone: string;
  readonly startedAt: Date;
  /** The database's clock: a worker's own may be wrong. */
  readonly now: Date;
}

/** What a run asks for every half second. */
export interface Standing {
  readonly state: MailingState;
  readonly shift: number;
  readonly now: Date;
}

export interface RaisedAlert {
  readonly kind: 'DOMAIN' | 'SENDER';
  readonly name: string;
  readonly refusals: number;
  readonly times: number;
  readonly restMs: number;
  readonly answer: string;
}

const READ = `
  UPDATE mailing SET started_at = coalesce(started_at, now()), seen_at = CASE WHEN state = 'RUNNING' AND shift = $2 THEN now() ELSE seen_at END WHERE id = $1
  RETURNING id, conference_id AS "conferenceId", state, shift, kind, from_name AS "fromName", reply_to AS "replyTo", list_id AS "listId", senders, per_minute AS "perMinute",
    domain_per_minute AS "domainPerMinute", warm_up AS "warmUp", quiet_from AS "quietFrom", quiet_until AS "quietUntil", zone, started_at AS "startedAt", now() AS now`;
const LOOK = 'SELECT state, shift, now() AS now FROM mailing WHERE id = $1';
// Whoever keeps the row locked changes it, and will be seen at the next look.
const BEAT = `
  UPDATE mailing SET seen_at = now(), rate_per_minute = $3 WHERE id = (SELECT id FROM mailing WHERE id = $1 AND shift = $2 AND state = 'RUNNING' FOR UPDATE SKIP LOCKED)`;
const SUCCEED = `UPDATE mailing SET shift = shift + 1 WHERE id = $1 AND shift = $2 AND state = 'RUNNING' RETURNING shift`;
const LOCK = `SELECT adding FROM mailing WHERE id = $1 AND shift = $2 AND state = 'RUNNING' FOR UPDATE`;
const LEFT = `
  SELECT count(*) FILTER (WHERE state = 'SENDING')::integer AS sending, count(*)::integer AS left,
    min(next_attempt_at) FILTER (WHERE state <> 'SENDING' AND domain <> ALL($2::text[])) AS "nextAt", now() AS now
  FROM message WHERE mailing_id = $1 AND state = ANY($3)`;
const FINISH = `UPDATE mailing SET state = 'FINISHED', finished_at = now(), seen_at = NULL, rate_per_minute = NULL WHERE id = $1`;
const REST = 'UPDATE mailing SET shift = shift + 1, seen_at = NULL, rate_per_minute = NULL WHERE id = $1 RETURNING shift';
const SENT_SINCE = 'SELECT count(*)::integer AS count FROM message WHERE mailing_id = $1 AND sending_at >= $2';
const CANCEL_REST = `
  UPDATE message SET state = 'CANCELLED' WHERE id IN (
    SELECT id FROM message WHERE mailing_id = $1 AND state IN ('PENDING', 'DEFERRED') LIMIT 5000 FOR UPDATE SKIP LOCKED) RETURNING id`;
const RAISE = `
  INSERT INTO mailing_alert (id, conference_id, mailing_id, kind, name, refusals, times, answer, raised_at, until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + $9 * interval '1 millisecond')
  ON CONFLICT (mailing_id, kind, name) DO UPDATE SET refusals = excluded.refusals, times = excluded.times, answer = excluded.answer,
    raised_at = CASE WHEN mailing_alert.over_at IS NULL THEN mailing_alert.raised_at ELSE excluded.raised_at END, until = excluded.until, over_at = NULL`;
const OVER = 'UPDATE mailing_alert SET over_at = now() WHERE mailing_id = $1 AND kind = $2 AND name = $3 AND over_at IS NULL';
const CLOSED = `
  SELECT name, refusals, times, (extract(epoch FROM until - now()) * 1000)::float8 AS "restMs" FROM mailing_alert
  WHERE mailing_id = $1 AND kind = 'DOMAIN' AND over_at IS NULL`;
/** A letter under way elsewhere ends within so long, or is settled by a sweep. */
const LOOK_AGAIN_MS = 20_000;

/** The row of a mailing as a run of it writes it. */
@Injectable()
export class MailingDesk {
  constructor(private readonly work: UnitOfWork) {}

  async read(id: MailingId, shift: number): Promise<RunningMailing | undefined> {
    return (await rowsOf<RunningMailing>(this.work.reader, READ, [id, shift]))[0];
  }

  async look(id: MailingId): Promise<Standing | undefined> {
    return (await rowsOf<Standing>(this.work.reader, LOOK, [id]))[0];
  }

  async beat(id: MailingId, shift: number, ratePerMinute: number): Promise<void> {
    await rowsOf(this.work.reader, BEAT, [id, shift, ratePerMinute]);
  }

  /** Hands over to the next run, at once. */
  async succeed(id: MailingId, shift: number): Promise<void> {
    await this.work.run(async (tx) => {
      const [next] = await tx.query<{ shift: number }>(SUCCEED, [id, shift]);
      if (next !== undefined) tx.enqueue(sendMailing, { mailingId: id, shift: next.shift });
    });
  }

  /** Hands over to a run at a later time. */
  async rest(id: MailingId, shift: number, until: Date): Promise<void> {
    await this.work.run(async (tx) => {
      if ((await tx.query(LOCK, [id, shift])).length === 0) return;
      const [next] = await tx.query<{ shift: number }>(REST, [id]);
      if (next !== undefined) tx.enqueue(sendMailing, { mailingId: id, shift: next.shift }, { at: until });
    });
  }

  /**
   * Nothing is due: finishes the mailing where nothing is left, or rests until the next letter is. The row is locked before
   * the ledger is read, so that recipients who are added meanwhile are either seen here or begin a run of their own.
   */
  async finishOrRest(id: MailingId, shift: number, closed: { readonly domains: readonly string[]; readonly restMs: number | undefined }): Promise<void> {
    await this.work.run(async (tx) => {
      const [locked] = await tx.query<{ adding: boolean }>(LOCK, [id, shift]);
      if (locked === undefined) return;
      const [left] = await tx.query<{ sending: number; left: number; nextAt: Date | null; now: Date }>(LEFT, [id, closed.domains, UNSETTLED_STATES]);
      if (left === undefined) return;
      if (left.left === 0 && !locked.adding) {
        await tx.query(FINISH, [id]);
        tx.record(mailingFinished, { mailingId: id });
        return;
      }
      const [next] = await tx.query<{ shift: number }>(REST, [id]);
      const moments = [
        ...(left.nextAt === null ? [] : [left.nextAt.getTime()]),
        ...(left.sending > 0 ? [left.now.getTime() + LOOK_AGAIN_MS] : []),
        ...(closed.restMs === undefined ? [] : [left.now.getTime() + closed.restMs]),
      ];
      // With none of them it waits for recipients, who begin a run themselves.
      if (next !== undefined && moments.length > 0) tx.enqueue(sendMailing, { mailingId: id, shift: next.shift }, { at: new Date(Math.min(...moments)) });
    });
  }

  async sentSince(id: MailingId, moment: Date): Promise<number> {
    return (await rowsOf<{ count: number }>(this.work.reader, SENT_SINCE, [id, moment]))[0]?.count ?? 0;
  }

  async cancelRest(id: MailingId): Promise<void> {
    while ((await rowsOf(this.work.reader, CANCEL_REST, [id])).length > 0);
  }

  async raise({ id, conferenceId }: RunningMailing, alert: RaisedAlert): Promise<void> {
    await rowsOf(this.work.reader, RAISE, [newId(), conferenceId, id, alert.kind, alert.name, alert.refusals, alert.times, alert.answer, alert.restMs]);
  }

  async over(id: MailingId, kind: RaisedAlert['kind'], name: string): Promise<void> {
    await rowsOf(this.work.reader, OVER, [id, kind, name]);
  }

  /** Domains that an earlier run closed and no letter has opened since. */
  closedDomains(id: MailingId): Promise<{ name: string; refusals: number; times: number; restMs: number }[]> {
    return rowsOf(this.work.reader, CLOSED, [id]);
  }
}
