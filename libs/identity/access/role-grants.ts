import type { AccountId, Page, PageRequest } from '#kernel';
import { pageById } from '#platform';
import type { CursorRefusal } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { RoleGrant } from './role-grant.entity.js';
import type { ScopeName } from './scope-directory.js';

/** Reads who holds what. */
@Injectable()
export class RoleGrants {
  /** Oldest first. */
  page(em: EntityManager, scope: ScopeName, request: PageRequest): Promise<Page<RoleGrant> | CursorRefusal> {
    return pageById(em, RoleGrant, request, { where: inScope(scope), order: 'ASC' });
  }

  count(em: EntityManager, scope: ScopeName): Promise<number> {
    return em.countBy(RoleGrant, inScope(scope));
  }

  async ofAccounts(em: EntityManager, accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, RoleGrant[]>> {
    const grants = await em.find(RoleGrant, { where: { accountId: In([...accountIds]) }, order: { createdAt: 'ASC', id: 'ASC' } });
    return Map.groupBy(grants, ({ accountId }) => accountId);
  }
}

function inScope({ kind, id }: ScopeName): FindOptionsWhere<RoleGrant> {
  return { scopeKind: kind, scopeId: id ?? IsNull() };
}
