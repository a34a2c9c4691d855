import { Clock, newId, refuse } from '#kernel';
import type { ConferenceId, PoolId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Line } from './line.js';
import { lockPool, lockPools, POOL_COLUMNS } from './locks.js';
import type { LockedPool } from './locks.js';
import { excess, lineTakes, merged, remaining } from './places.rules.js';
import type { PoolKind } from './places.status.js';
import type { BusyInterval, PoolFigures, Retimed } from './places.types.js';
import { retime } from './retime.js';
import { togetherOf } from './together.js';

export interface NewPool {
  readonly conferenceId: ConferenceId;
  readonly kind: PoolKind;
  readonly subjectId: string;
  /** null: as many as come. */
  readonly size: number | null;
  /** How many people may wait: 0 no line, null without limit. */
  readonly waitlistLimit: number | null;
  /** For how many minutes a freed place is offered. */
  readonly offerMinutes: number;
  /** For how many minutes a party at the head of the line keeps smaller ones from passing; a day where absent. */
  readonly partyMinutes?: number;
  /** When it is over: nothing is offered and nobody waits from then on. */
  readonly closesAt?: Date | null;
}

export interface PoolChanges {
  readonly size?: number | null;
  readonly waitlistLimit?: number | null;
  readonly offerMinutes?: number;
  readonly partyMinutes?: number;
  readonly closesAt?: Date | null;
  /** Staff's decision to keep all who have places although the new size is smaller; nobody takes up what they give back. */
  readonly permitOverbooking?: boolean;
}

const A_DAY = 1440;
const CREATE = `
  INSERT INTO pool (id, conference_id, kind, subject_id, size, line_limit, offer_minutes, party_minutes, closes_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const CONFIGURE = `
  UPDATE pool SET size = $2, overbooked = $3, line_limit = $4, offer_minutes = $5, party_minutes = $6 WHERE id = $1 RETURNING ${POOL_COLUMNS}`;
// What was offered for longer than there is something to offer ends with it.
const SHORTEN = `UPDATE offer SET expires_at = $2 WHERE pool_id = $1 AND state = 'OPEN' AND expires_at > $2`;
const CLOSE_AT = 'UPDATE pool SET closes_at = $2 WHERE id = $1';

/** Pools of places: their size, their line and the time that holding a place of them takes. */
@Injectable()
export class Pools {
  constructor(private readonly line: Line, private readonly clock: Clock) {}

  async create(tx: Tx, pool: NewPool): Promise<PoolId> {
    const id = newId<'Pool'>();
    await tx.query(CREATE, [
      id, pool.conferenceId, pool.kind, pool.subjectId, pool.size, pool.waitlistLimit, pool.offerMinutes, pool.partyMinutes ?? A_DAY, pool.closesAt ?? null,
    ]);
    return id;
  }

  /** Changes a pool; absent parts stay. What a larger size frees is offered to the line at once; a size below what is taken is refused. */
  async configure(tx: Tx, poolId: PoolId, changes: PoolChanges): Promise<void | Refusal<'places.below-taken'>> {
    const pool = await lockPool(tx, poolId);
    const size = changes.size === undefined ? pool.size : changes.size;
    const above = excess(pool, size);
    if (above > pool.overbooked && changes.permitOverbooking !== true) return refuse('places.below-taken', { taken: pool.taken, size });
    if (changes.closesAt !== undefined) await this.closeAt(tx, poolId, changes.closesAt);
    const [now] = await tx.query<LockedPool>(CONFIGURE, [
      poolId, size, above, changes.waitlistLimit === undefined ? pool.lineLimit : changes.waitlistLimit,
      changes.offerMinutes ?? pool.offerMinutes, changes.partyMinutes ?? pool.partyMinutes,
    ]);
    if (now !== undefined) await this.line.handOn(tx, now);
  }

  /**
   * Says when holding a place occupies its holder, and moves it for those who have one. Who then has two things at one
   * time, or too close for the way between them, keeps both, marked: a moved programme must not throw anyone out. The caller
   * tells those in `clashing`, and staff; `together` says what of theirs falls together with this.
   * @param closesAt when the pool is over; as it was where absent
   */
  async setBusy(tx: Tx, poolId: PoolId, intervals: readonly BusyInterval[], closesAt?: Date | null): Promise<Retimed> {
    const clashing = await retime(tx, poolId, merged(intervals));
    if (closesAt !== undefined) await this.closeAt(tx, poolId, closesAt);
    const together = await togetherOf(tx.em, clashing);
    return { clashing, together: together.filter(({ one, other }) => one.poolId === poolId || other.poolId === poolId) };
  }

  /** Locks pools, in the order of their ids, for a caller who must know exactly who stands to them. */
  async lock(tx: Tx, poolIds: readonly PoolId[]): Promise<void> {
    await lockPools(tx, poolIds);
  }

  async figures(em: EntityManager, poolIds: readonly PoolId[]): Promise<Map<PoolId, PoolFigures>> {
    if (poolIds.length === 0) return new Map();
    const rows = await rowsOf<LockedPool>(em, `SELECT ${POOL_COLUMNS} FROM pool WHERE id = ANY($1::uuid[])`, [poolIds]);
    return new Map(rows.map((row) => [row.id, {
      poolId: row.id, size: row.size, taken: row.taken, remaining: remaining(row), waiting: row.waiting, lineOpen: lineTakes(row, this.clock.now()),
    }]));
  }

  /** The pool's lock is held. */
  private async closeAt(tx: Tx, poolId: PoolId, closesAt: Date | null): Promise<void> {
    await tx.query(CLOSE_AT, [poolId, closesAt]);
    if (closesAt !== null) await tx.query(SHORTEN, [poolId, closesAt]);
  }
}
