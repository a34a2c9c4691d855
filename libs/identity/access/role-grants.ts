import type { AccountId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { RoleGrant } from './role-grant.entity.js';
import type { ScopeName } from './scope-directory.js';

/** Reads who holds what. */
@Injectable()
export class RoleGrants {
  /** Oldest first. */
  inScope(em: EntityManager, scope: ScopeName): Promise<RoleGrant[]> {
    return em.find(RoleGrant, { where: { scopeKind: scope.kind, scopeId: scope.id ?? IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async ofAccounts(em: EntityManager, accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, RoleGrant[]>> {
    const grants = await em.find(RoleGrant, { where: { accountId: In([...accountIds]) }, order: { createdAt: 'ASC', id: 'ASC' } });
    return Map.groupBy(grants, ({ accountId }) => accountId);
  }
}
