import { decodeCursor, pageOf, refuse } from '#kernel';
import type { AccountId, ConferenceId, Page, PageRequest } from '#kernel';
import { rowsOf } from '#platform';
import type { CursorRefusal } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoleGrantId } from './role-grant.entity.js';
import { ROLES, isStaffRole } from './roles.js';
import type { Role, ScopeKind } from './roles.js';
import type { Reach } from './reach.js';
import type { ScopeName } from './scope-directory.js';

/** A role as the list of staff shows it. */
export interface StaffRole {
  readonly id: RoleGrantId;
  readonly accountId: AccountId;
  readonly email: string;
  readonly emailKey: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string | null;
  readonly conferenceId: ConferenceId | null;
  readonly createdAt: Date;
}

export interface StaffFilter {
  /** A part of the address or of the name. */
  readonly search?: string | undefined;
  /** All of staff where none is named: heads of delegations come by their delegations. */
  readonly roles?: readonly Role[] | undefined;
  /** What is granted in the very scope; for a conference also in its parts. */
  readonly scope?: ScopeName | undefined;
}

const STAFF_ROLES = ROLES.filter(isStaffRole);
const FROM = `
  FROM role_grant g JOIN account a ON a.id = g.account_id LEFT JOIN staff s ON s.id = g.account_id
  WHERE ($1 OR g.conference_id = ANY($2::uuid[]) OR (g.scope_kind = 'CONFERENCE' AND g.scope_id = ANY($2::uuid[])) OR (g.scope_kind = 'SERIES' AND g.scope_id = ANY($3::uuid[])))
    AND g.role = ANY($4::text[])
    AND ($5::text IS NULL OR position(lower($5) IN a.email_key) > 0 OR position(lower($5) IN lower(coalesce(s.name, ''))) > 0)
    AND ($6::text IS NULL OR (g.scope_kind = $6 AND g.scope_id IS NOT DISTINCT FROM $7::uuid) OR ($6 = 'CONFERENCE' AND g.conference_id = $7::uuid))`;
const COLUMNS = `g.id, g.account_id AS "accountId", a.email, a.email_key AS "emailKey", g.role, g.scope_kind AS "scopeKind", g.scope_id AS "scopeId", g.conference_id AS "conferenceId", g.created_at AS "createdAt"`;
const PAGE = `SELECT ${COLUMNS} ${FROM} AND ($8::text IS NULL OR (a.email_key, g.id) > ($8, $9::uuid)) ORDER BY a.email_key, g.id LIMIT $10`;
const COUNT = `SELECT count(*)::int AS count ${FROM}`;

/** Who has which role where, by address, so that the roles of one person stand together. */
@Injectable()
export class StaffRoles {
  async page(em: EntityManager, reach: Reach, filter: StaffFilter, request: PageRequest): Promise<Page<StaffRole> | CursorRefusal> {
    const after = request.after === undefined ? [null, null] : decodeCursor(request.after, 2);
    if (after?.every((part) => part === null || typeof part === 'string') !== true) return refuse('cursor.malformed');
    const rows = await rowsOf<StaffRole>(em, PAGE, [...conditions(reach, filter), ...after, request.first + 1]);
    return pageOf(rows, request, ({ emailKey, id }) => [emailKey, id]);
  }

  async count(em: EntityManager, reach: Reach, filter: StaffFilter): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(em, COUNT, conditions(reach, filter));
    return row?.count ?? 0;
  }
}

function conditions({ everything, conferenceIds, seriesIds }: Reach, { search, roles, scope }: StaffFilter): unknown[] {
  const wanted = search === undefined || search.trim() === '' ? null : search.trim();
  return [everything, conferenceIds, seriesIds, roles ?? STAFF_ROLES, wanted, scope?.kind ?? null, scope?.id ?? null];
}
