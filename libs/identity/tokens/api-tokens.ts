import type { Page, PageRequest } from '#kernel';
import { pageById } from '#platform';
import type { CursorRefusal } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { may, ownAccountOf } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { ApiToken } from './api-token.entity.js';

/** Reads the tokens that an actor may know of; secrets cannot be read by anyone. */
@Injectable()
export class ApiTokens {
  /** All of the installation for its owners, one's own for others; newest first. */
  page(em: EntityManager, actor: Actor, request: PageRequest): Promise<Page<ApiToken> | CursorRefusal> {
    return pageById(em, ApiToken, request, { where: visibleTo(actor), order: 'DESC' });
  }

  count(em: EntityManager, actor: Actor): Promise<number> {
    return em.countBy(ApiToken, visibleTo(actor));
  }
}

function visibleTo(actor: Actor): FindOptionsWhere<ApiToken> {
  if (may(actor, 'tokens.manage', {})) return {};
  const accountId = ownAccountOf(actor);
  return { accountId: In(accountId === null ? [] : [accountId]) };
}
