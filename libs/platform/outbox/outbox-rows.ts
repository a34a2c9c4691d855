import type { DataSource } from 'typeorm';
import { rowsOf } from '../database/unit-of-work.js';

/** An outbox row as the relay sees it. */
export interface OutboxRow {
  readonly id: string;
  readonly kind: 'job' | 'fact';
  readonly name: string;
  readonly payload: object;
}

/** A job that replaces a fact. */
export interface FactJob {
  readonly factId: string;
  readonly jobName: string;
  readonly payload: object;
}

const CLAIM = `
  WITH due AS MATERIALIZED (
    SELECT id FROM outbox WHERE dispatched_at IS NULL AND failed_at IS NULL AND due_at <= now()
    ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
  UPDATE outbox SET dispatched_at = now() FROM due WHERE outbox.id = due.id
  RETURNING outbox.id::text, kind, name, payload`;
const CLAIM_AGAIN = `
  WITH late AS MATERIALIZED (
    SELECT id FROM outbox WHERE dispatched_at < now() - $2 * interval '1 millisecond' AND failed_at IS NULL
    ORDER BY dispatched_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  UPDATE outbox SET dispatched_at = now() FROM late WHERE outbox.id = late.id
  RETURNING outbox.id::text, kind, name, payload`;
const RELEASE = `UPDATE outbox SET dispatched_at = NULL, due_at = greatest(due_at, now() + $2 * interval '1 millisecond') WHERE id = ANY($1::bigint[])`;
const EXPAND = `
  WITH gone AS (DELETE FROM outbox WHERE id = ANY($1::bigint[]) AND kind = 'fact' RETURNING id)
  INSERT INTO outbox (kind, name, payload)
  SELECT 'job', t.name, t.payload FROM unnest($2::bigint[], $3::text[], $4::jsonb[]) WITH ORDINALITY AS t(fact_id, name, payload, n)
  JOIN gone ON gone.id = t.fact_id ORDER BY t.n`;

/** The relay's statements. Each is whole by itself, so a relay may be killed between any two. */
export class OutboxRows {
  constructor(private readonly source: DataSource) {}

  /** Rows that are due, marked as handed over; several relays never get the same one. */
  claim(most: number): Promise<OutboxRow[]> {
    return rowsOf(this.source.manager, CLAIM, [most]);
  }

  /** Rows handed over `olderThanMs` ago and still here: their queue may have lost them. */
  claimAgain(most: number, olderThanMs: number): Promise<OutboxRow[]> {
    return rowsOf(this.source.manager, CLAIM_AGAIN, [most, olderThanMs]);
  }

  /** Takes back a claim that came to nothing; the rows are due again after `milliseconds`. */
  async release(ids: readonly string[], milliseconds: number): Promise<void> {
    await rowsOf(this.source.manager, RELEASE, [ids, milliseconds]);
  }

  /** Puts the jobs in the facts' place, in one statement; a fact that somebody else replaced meanwhile gives no job. */
  async replaceFacts(factIds: readonly string[], jobs: readonly FactJob[]): Promise<void> {
    await rowsOf(this.source.manager, EXPAND, [
      factIds, jobs.map((job) => job.factId), jobs.map((job) => job.jobName), jobs.map((job) => JSON.stringify(job.payload)),
    ]);
  }
}
