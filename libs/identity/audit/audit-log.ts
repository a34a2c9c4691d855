import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, Page, PageRequest } from '#kernel';
import { rowsOf } from '#platform';
import type { CursorRefusal } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { Reach } from '../access/reach.js';

/** A line of the log as it is read, with what its actor is called today. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  /** The same to the microsecond, for cursors. */
  readonly atText: string;
  readonly actorKind: Actor['kind'];
  /** The address of the account that did it, or that the token belongs to; null for the house itself. */
  readonly actorEmail: string | null;
  /** As staff; null for others. */
  readonly actorName: string | null;
  /** Of the token by which it was done. */
  readonly tokenName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly conferenceId: ConferenceId | null;
  readonly data: Record<string, unknown>;
  readonly isSealed: boolean;
}

export interface AuditFilter {
  readonly conferenceId?: ConferenceId | undefined;
  /** A part of the address, of the name as staff, or of the token's name. */
  readonly actor?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  /** This moment is no longer shown. */
  readonly until?: Date | undefined;
}

const WHO = `
  SELECT a.id FROM account a LEFT JOIN staff s ON s.id = a.id WHERE position(lower($3) IN a.email_key) > 0 OR position(lower($3) IN lower(coalesce(s.name, ''))) > 0
  UNION ALL SELECT t.id FROM api_token t JOIN account a ON a.id = t.account_id WHERE position(lower($3) IN lower(t.name)) > 0 OR position(lower($3) IN a.email_key) > 0`;
const CONDITIONS: readonly { readonly of: (filter: AuditFilter, reach: Reach) => unknown; readonly sql: (n: number) => string }[] = [
  { of: ({ conferenceId }) => conferenceId, sql: (n) => `e.conference_id = $${n}::uuid` },
  { of: ({ conferenceId }, reach) => (reach.everything || conferenceId !== undefined ? undefined : reach.conferenceIds), sql: (n) => `e.conference_id = ANY($${n}::uuid[])` },
  { of: ({ actor }) => (actor === undefined || actor.trim() === '' ? undefined : actor.trim()), sql: (n) => `e.actor_id IN (${WHO.replaceAll('$3', `$${n}`)})` },
  { of: ({ actions }) => actions, sql: (n) => `e.action = ANY($${n}::text[])` },
  { of: ({ subjectId }) => subjectId, sql: (n) => `e.subject_id = $${n}::uuid` },
  { of: ({ from }) => from, sql: (n) => `e.at >= $${n}` },
  { of: ({ until }) => until, sql: (n) => `e.at < $${n}` },
];
const COLUMNS = `e.id, e.at, e.at::text AS "atText", e.actor_kind AS "actorKind", coalesce(a.email, ta.email) AS "actorEmail", coalesce(nullif(s.name, ''), nullif(ts.name, '')) AS "actorName", t.name AS "tokenName", e.action,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.conference_id AS "conferenceId", e.data, e.seal IS NOT NULL AS "isSealed"`;
const NAMES = `
  LEFT JOIN account a ON a.id = e.actor_id LEFT JOIN staff s ON s.id = a.id
  LEFT JOIN api_token t ON t.id = e.actor_id LEFT JOIN account ta ON ta.id = t.account_id LEFT JOIN staff ts ON ts.id = ta.id`;

/** Reads the audit log, newest first. Who reads it is asked for by the api: the reach says how far. */
@Injectable()
export class AuditLog {
  async page(em: EntityManager, reach: Reach, filter: AuditFilter, request: PageRequest): Promise<Page<AuditLine> | CursorRefusal> {
    const after = request.after === undefined ? undefined : decodeCursor(request.after, 2);
    if (request.after !== undefined && !isPlace(after)) return refuse('cursor.malformed');
    const { where, values } = conditions(reach, filter);
    const beyond = after === undefined ? [] : [`(e.at, e.id) < ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`];
    // The page is cut before names are looked up, so that a long log is not joined whole.
    const sql = `SELECT ${COLUMNS} FROM (
      SELECT * FROM audit_entry e ${whereOf([...where, ...beyond])} ORDER BY e.at DESC, e.id DESC LIMIT ${request.first + 1}) e ${NAMES} ORDER BY e.at DESC, e.id DESC`;
    const rows = await rowsOf<AuditLine>(em, sql, [...values, ...(after ?? [])]);
    return pageOf(rows, request, ({ atText, id }) => [atText, id]);
  }

  async count(em: EntityManager, reach: Reach, filter: AuditFilter): Promise<number> {
    const { where, values } = conditions(reach, filter);
    const [row] = await rowsOf<{ count: number }>(em, `SELECT count(*)::int AS count FROM audit_entry e ${whereOf(where)}`, values);
    return row?.count ?? 0;
  }
}

function conditions(reach: Reach, filter: AuditFilter): { where: string[]; values: unknown[] } {
  const where: string[] = [];
  const values: unknown[] = [];
  for (const { of, sql } of CONDITIONS) {
    const value = of(filter, reach);
    if (value === undefined) continue;
    values.push(value);
    where.push(sql(values.length));
  }
  return { where, values };
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function isPlace(key: readonly (string | number | null)[] | undefined): boolean {
  const [at, id] = key ?? [];
  return typeof at === 'string' && !Number.isNaN(Date.parse(at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))) && typeof id === 'string' && isId(id);
}
