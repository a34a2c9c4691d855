import { Clock } from '#kernel';
import type { AccountId, ApiTokenId } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { ApiToken } from '../tokens/api-token.entity.js';
import { accountActor } from './actor.js';
import type { Actor, Grant } from './actor.js';
import { RoleGrant } from './role-grant.entity.js';

/**
 * Who once asked for work that goes on after the request, as they stand now: roles that were revoked meanwhile and a
 * token that ended no longer count. The second factor was proven when it was asked for.
 */
@Injectable()
export class StandingActors {
  constructor(private readonly clock: Clock) {}

  /** @throws Error where there is no such account: accounts are never deleted */
  async of(em: EntityManager, accountId: AccountId, tokenId: ApiTokenId | null): Promise<Actor> {
    const account = await em.findOneByOrFail(Account, { id: accountId });
    if (tokenId === null) return accountActor(account, await em.findBy(RoleGrant, { accountId }));
    const token = await em.findOneBy(ApiToken, { id: tokenId, accountId });
    const grants: readonly Grant[] = token === null || hasEnded(token, this.clock.now()) ? [] : [token];
    return { ...accountActor(account, grants), kind: 'TOKEN', tokenId, principal: `token:${tokenId}` };
  }
}

function hasEnded({ revokedAt, expiresAt }: ApiToken, now: Date): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now);
}
