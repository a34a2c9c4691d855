import { decodeCursor, pageOf, refuse } from '#kernel';
import type { Page, PageRequest, Refusal } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { CursorRefusal } from '../database/page-by-id.js';
import { rowsOf } from '../database/unit-of-work.js';
import type { Tx } from '../database/unit-of-work.js';
import { JOB_LOCK, JOB_LOCK_KEY } from '../jobs/job-claims.js';

/** How a piece of work stands: LATER is not due yet, SET_ASIDE waits for a person. */
export const WORK_STATES = ['SET_ASIDE', 'WAITING', 'UNDER_WAY', 'LATER'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** A row of the outbox as a person looks at it. The payload stays where it is: it is ids, and nobody's to read. */
export interface PieceOfWork {
  readonly id: string;
  readonly name: string;
  readonly kind: 'job' | 'fact';
  readonly state: WorkState;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly failures: number;
  /** Why the last try failed, with the fault's id in the log; addresses and secrets are struck out when it is written. */
  readonly failure: string | null;
  readonly failedAt: Date | null;
}

export interface WorkFigure {
  readonly name: string;
  readonly state: WorkState;
  readonly count: number;
  /** Since when the oldest is due, or was set aside. */
  readonly since: Date;
}

export interface WorkFilter {
  readonly states?: readonly WorkState[] | undefined;
  readonly names?: readonly string[] | undefined;
}

/** A worker process that was seen within the last hour. */
export interface WorkerSeen {
  readonly worker: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** Jobs that it has ended since it started. */
  readonly done: number;
}

/** Said of what a person put aside, in place of a fault. */
export const PUT_ASIDE = 'put aside by a person';

const STATE = `CASE WHEN failed_at IS NOT NULL THEN 'SET_ASIDE' WHEN dispatched_at IS NOT NULL THEN 'UNDER_WAY' WHEN due_at > now() THEN 'LATER' ELSE 'WAITING' END`;
const ROWS = `SELECT id, name, kind, created_at, due_at, failures, failure, failed_at, ${STATE} AS state FROM outbox`;
const WHERE = 'WHERE ($1::text[] IS NULL OR state = ANY($1)) AND ($2::text[] IS NULL OR name = ANY($2))';
const PAGE = `
  SELECT id::text, name, kind, state, created_at AS "createdAt", due_at AS "dueAt", failures, failure, failed_at AS "failedAt" FROM (${ROWS}) o
  ${WHERE} AND ($3::bigint IS NULL OR id < $3) ORDER BY o.id DESC LIMIT $4`;
const COUNT = `SELECT count(*)::int AS count FROM (${ROWS}) o ${WHERE}`;
const FIGURES = `SELECT name, state, count(*)::int AS count, min(coalesce(failed_at, due_at)) AS since FROM (${ROWS}) o GROUP BY name, state ORDER BY name, state`;
const WORKERS = `SELECT worker, started_at AS "startedAt", seen_at AS "seenAt", done::int FROM worker_pulse ORDER BY seen_at DESC, worker LIMIT 200`;
const RETRY = `
  UPDATE outbox SET failed_at = NULL, failure = NULL, failures = 0, starts = 0, dispatched_at = NULL, due_at = now()
  WHERE failed_at IS NOT NULL AND ($1::bigint IS NULL OR id = $1) AND ($2::text IS NULL OR name = $2) RETURNING name`;
const FREE = `SELECT pg_try_advisory_xact_lock(${JOB_LOCK}, ${JOB_LOCK_KEY}) AS free, name FROM outbox WHERE id = $1 AND kind = 'job' AND failed_at IS NULL`;
const ASIDE = 'UPDATE outbox SET failed_at = now(), failure = $2 WHERE id = $1 AND failed_at IS NULL RETURNING name';

/** What a person sees of the outbox and does about it. The outbox is the truth and the queue a hint, so this shows the same on every engine. */
export class OutboxDesk {
  /** Newest first. */
  async page(em: EntityManager, { states, names }: WorkFilter, request: PageRequest): Promise<Page<PieceOfWork> | CursorRefusal> {
    const after = request.after === undefined ? null : decodeCursor(request.after, 1)?.[0];
    if (after !== null && (typeof after !== 'string' || !/^\d{1,18}$/.test(after))) return refuse('cursor.malformed');
    const rows = await rowsOf<PieceOfWork>(em, PAGE, [states ?? null, names ?? null, after, request.first + 1]);
    return pageOf(rows, request, ({ id }) => [id]);
  }

  async count(em: EntityManager, { states, names }: WorkFilter): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(em, COUNT, [states ?? null, names ?? null]);
    return row?.count ?? 0;
  }

  figures(em: EntityManager): Promise<WorkFigure[]> {
    return rowsOf(em, FIGURES);
  }

  workers(em: EntityManager): Promise<WorkerSeen[]> {
    return rowsOf(em, WORKERS);
  }

  /** Lets what was set aside begin anew: one piece of work, or all of a name. @returns their names */
  async retry(tx: Tx, which: { readonly id: string } | { readonly name: string }): Promise<readonly string[]> {
    if ('id' in which && !isNumber(which.id)) return [];
    const rows = await tx.query<{ name: string }>(RETRY, 'id' in which ? [which.id, null] : [null, which.name]);
    return rows.map(({ name }) => name);
  }

  /** Keeps a job from being begun until a person lets it; one that a worker is doing at this moment is left alone. @returns its name */
  async setAside(tx: Tx, id: string): Promise<string | Refusal<'job.unknown' | 'job.under-way'>> {
    if (!isNumber(id)) return refuse('job.unknown');
    const [row] = await tx.query<{ free: boolean; name: string }>(FREE, [id]);
    if (row === undefined) return refuse('job.unknown');
    if (!row.free) return refuse('job.under-way');
    const [aside] = await tx.query<{ name: string }>(ASIDE, [id, PUT_ASIDE]);
    return aside?.name ?? refuse('job.unknown');
  }
}

function isNumber(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
