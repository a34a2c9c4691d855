import type { AccountId } from '#kernel';
import { rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * How far somebody is in signing in as staff. NOT_INVITED has a role and no letter, so it does not count yet;
 * NO_SECOND_FACTOR has a password and may do nothing but enrol.
 */
export type StaffStanding = 'NOT_INVITED' | 'INVITED' | 'INVITATION_OVER' | 'NO_SECOND_FACTOR' | 'READY';

export interface StaffMember {
  readonly accountId: AccountId;
  /** As the newest invitation has it. */
  readonly name: string | null;
  readonly standing: StaffStanding;
}

const MEMBERS = `
  SELECT a.id AS "accountId", coalesce(nullif(s.name, ''), nullif(i.name, '')) AS name,
    CASE WHEN s.second_factor THEN 'READY' WHEN s.id IS NOT NULL THEN 'NO_SECOND_FACTOR' WHEN i.expires_at > $2 THEN 'INVITED' WHEN i.expires_at IS NOT NULL THEN 'INVITATION_OVER' ELSE 'NOT_INVITED' END AS standing
  FROM account a LEFT JOIN staff s ON s.id = a.id
  LEFT JOIN LATERAL (SELECT name, expires_at FROM staff_invitation WHERE account_id = a.id ORDER BY id DESC LIMIT 1) i ON true
  WHERE a.id = ANY($1::uuid[])`;

/** Reads who signs in as staff. */
@Injectable()
export class StaffMembers {
  /** Those of the accounts whose second factor is enrolled and proven. */
  async withSecondFactor(em: EntityManager, ids: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
    const rows = await rowsOf<{ id: AccountId }>(em, 'SELECT id FROM staff WHERE id = ANY($1::uuid[]) AND second_factor', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** In no particular order; unknown accounts are left out. */
  byAccounts(em: EntityManager, ids: readonly AccountId[], now: Date): Promise<StaffMember[]> {
    return rowsOf(em, MEMBERS, [ids, now]);
  }
}
