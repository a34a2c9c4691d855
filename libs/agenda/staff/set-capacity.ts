import { touchConference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId, refuse } from '#kernel';
import type { FieldProblem, PoolId, Refusal, RegistrationId } from '#kernel';
import { lastIn, Pools } from '#places';
import type { Pool } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { PoolDesk, staffReason } from './pool-desk.js';

const MOST_PLACES = 1_000_000;

export interface Capacity {
  readonly poolId: PoolId;
  /** null: as many as come; of a category only. */
  readonly capacity: number | null;
  /** Keep all who have places although there are fewer: a decision of its own, with a reason. */
  readonly overbook: boolean;
  readonly reason?: string | null | undefined;
}

export interface CapacitySet {
  readonly poolId: PoolId;
  /** Who is kept although there is no place below the new capacity; empty where all fit. */
  readonly affected: readonly RegistrationId[];
}

/**
 * Says how many places a category, forum or departure has. More are offered to the line at once. Fewer than are taken is
 * refused with the number and the people (`places.below-taken`), or decided: then all are kept, the decision is written
 * down with its reason and the people, and nobody takes up what they give back.
 */
@Injectable()
export class SetCapacity {
  constructor(
    private readonly work: UnitOfWork, private readonly desk: PoolDesk, private readonly pools: Pools,
    private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: Capacity): Promise<CapacitySet | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  private async within(tx: Tx, actor: Actor, input: Capacity): Promise<CapacitySet | Refusal> {
    const open = await this.desk.openToEdit(tx.em, actor, input.poolId);
    if (isRefusal(open)) return open;
    if (open.conference.state === 'ARCHIVED') return refuse('conference.archived');
    const { pool } = open;
    const reason = input.overbook ? staffReason(input.reason) : '';
    const problems = [...capacityProblems(pool, input.capacity), ...(typeof reason === 'string' ? [] : reason)];
    if (problems.length > 0 || typeof reason !== 'string') return invalid(problems);
    const configured = await this.pools.configure(tx, pool.id, { size: input.capacity, permitOverbooking: input.overbook });
    if (isRefusal(configured)) return refuse(configured.refused, { ...configured.data, affected: await this.affected(tx, pool.id, input.capacity) });
    const affected = await this.affected(tx, pool.id, input.capacity);
    if (input.overbook && affected.length > 0) await this.decide(tx, actor, pool, { ...input, reason }, affected);
    await this.audit.write(tx, {
      actor, action: 'places.capacity-set', subjectKind: 'pool', subjectId: pool.id, conferenceId: pool.conferenceId,
      data: { kind: pool.kind, subjectId: pool.subjectId, before: pool.size, after: input.capacity, overbooked: affected.length },
    });
    await touchConference(tx, pool.conferenceId);
    return { poolId: pool.id, affected };
  }

  private async affected(tx: Tx, poolId: PoolId, capacity: number | null): Promise<RegistrationId[]> {
    const figures = (await this.pools.figures(tx.em, [poolId])).get(poolId);
    return capacity === null || figures === undefined ? [] : lastIn(tx.em, poolId, figures.taken - capacity);
  }

  private async decide(tx: Tx, actor: Actor, pool: Pool, { capacity, reason }: Capacity, affected: readonly RegistrationId[]): Promise<void> {
    const figures = (await this.pools.figures(tx.em, [pool.id])).get(pool.id);
    await tx.query(
      `INSERT INTO capacity_decision (id, conference_id, pool_id, size_before, size_after, taken, reason, affected, decided_at, decided_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [newId(), pool.conferenceId, pool.id, pool.size, capacity, figures?.taken ?? 0, reason, affected, this.clock.now(), actor.accountId]);
  }
}

/** What is wrong with a capacity: only a category may have no end, and open doors have none to be set. */
function capacityProblems({ kind, size }: Pick<Pool, 'kind' | 'size'>, capacity: number | null): FieldProblem[] {
  if (kind === 'FORUM' && size === null) return [{ path: 'capacity', code: 'forum.open-doors' }];
  if (capacity === null) return kind === 'CATEGORY' ? [] : [{ path: 'capacity', code: 'required' }];
  const least = kind === 'CATEGORY' ? 0 : 1;
  if (!Number.isInteger(capacity) || capacity < least) return [{ path: 'capacity', code: 'too-small', data: { min: least } }];
  return capacity > MOST_PLACES ? [{ path: 'capacity', code: 'too-large', data: { max: MOST_PLACES } }] : [];
}
