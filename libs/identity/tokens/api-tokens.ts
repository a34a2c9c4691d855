import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { may, ownAccountOf } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { ApiToken } from './api-token.entity.js';

/** Reads the tokens that an actor may know of; secrets cannot be read by anyone. */
@Injectable()
export class ApiTokens {
  /** All of the installation for its owners, one's own for others; newest first. */
  visibleTo(em: EntityManager, actor: Actor): Promise<ApiToken[]> {
    if (may(actor, 'tokens.manage', {})) return em.find(ApiToken, { order: { createdAt: 'DESC', id: 'DESC' } });
    const accountId = ownAccountOf(actor);
    if (accountId === null) return Promise.resolve([]);
    return em.find(ApiToken, { where: { accountId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }
}
