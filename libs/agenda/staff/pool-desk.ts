import { Conferences, scopeOf } from '#conferences';
import type { Conference } from '#conferences';
import { denied, may } from '#identity';
import type { Actor, Permission } from '#identity';
import { hasForbiddenCharacters, isId, refuse } from '#kernel';
import type { FieldProblem, ForumId, PoolId, Refusal } from '#kernel';
import { Pool } from '#places';
import type { PoolKind } from '#places';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const LONGEST_REASON = 500;
/** Who may change what has the places, may say how many there are. */
const EDITS: Readonly<Record<PoolKind, Permission>> = { CATEGORY: 'conference.edit', FORUM: 'programme.edit', DEPARTURE: 'visits.edit' };

export interface OpenPool {
  readonly pool: Pool;
  readonly conference: Conference;
}

/** Where staff ask for a pool: which it is, and whether they may. Of a pool that is none of theirs nothing is said. */
@Injectable()
export class PoolDesk {
  constructor(private readonly conferences: Conferences) {}

  /** For reading, or for a verb on those who are in it. */
  async open(em: EntityManager, actor: Actor, poolId: PoolId, permission: Permission): Promise<OpenPool | Refusal> {
    return this.openFor(em, actor, poolId, () => permission);
  }

  /** For whoever edits what the pool belongs to; an archived conference stays as it was. */
  async openToEdit(em: EntityManager, actor: Actor, poolId: PoolId): Promise<OpenPool | Refusal> {
    return this.openFor(em, actor, poolId, (kind) => EDITS[kind]);
  }

  private async openFor(em: EntityManager, actor: Actor, poolId: PoolId, permissionFor: (kind: PoolKind) => Permission): Promise<OpenPool | Refusal> {
    const pool = isId(poolId) ? await em.findOneBy(Pool, { id: poolId }) : null;
    const conference = pool === null ? null : await this.conferences.byId(em, pool.conferenceId);
    if (pool === null || conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('places.unknown');
    const scope = { ...scopeOf(conference), ...(pool.kind === 'FORUM' ? { forumId: pool.subjectId as ForumId } : {}) };
    return may(actor, permissionFor(pool.kind), scope) ? { pool, conference } : denied(actor);
  }
}

/** Staff's reason, tidied; problems where there is none, or where it holds what no text may. */
export function staffReason(typed: string | null | undefined): string | readonly FieldProblem[] {
  const reason = (typed ?? '').normalize('NFC').trim();
  if (reason === '') return [{ path: 'reason', code: 'required' }];
  if (reason.length > LONGEST_REASON) return [{ path: 'reason', code: 'too-long', data: { max: LONGEST_REASON } }];
  return hasForbiddenCharacters(reason.replace(/[\n\r\t]/g, ' ')) ? [{ path: 'reason', code: 'forbidden-characters' }] : reason;
}
