import { Accounts, RoleGrants, StaffMembers } from '#identity';
import type { Account, RoleGrant } from '#identity';
import type { AccountId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const accountById = defineLoader<AccountId, Account | null>('accountById', () => null);
export const rolesOfAccount = defineLoader<AccountId, readonly RoleGrant[]>('rolesOfAccount', () => []);
export const hasSecondFactor = defineLoader<AccountId, boolean>('hasSecondFactor', () => false);

@Injectable()
export class IdentityLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, accounts: Accounts, grants: RoleGrants, staff: StaffMembers) {
    registry.serve(accountById, async (ids) => mapById(await accounts.byIds(work.reader, ids)));
    registry.serve(rolesOfAccount, (ids) => grants.ofAccounts(work.reader, ids));
    registry.serve(hasSecondFactor, async (ids) => new Map([...await staff.withSecondFactor(work.reader, ids)].map((id) => [id, true])));
  }
}
