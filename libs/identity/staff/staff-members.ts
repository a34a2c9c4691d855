import type { AccountId } from '#kernel';
import { rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Reads who signs in as staff. */
@Injectable()
export class StaffMembers {
  /** Those of the accounts whose second factor is enrolled and proven. */
  async withSecondFactor(em: EntityManager, ids: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
    const rows = await rowsOf<{ id: AccountId }>(em, 'SELECT id FROM staff WHERE id = ANY($1::uuid[]) AND second_factor', [ids]);
    return new Set(rows.map(({ id }) => id));
  }
}
