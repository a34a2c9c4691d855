import type { PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { count } from './counters.js';
import { Line } from './line.js';
import { lockHolder, lockPool, lockPools } from './locks.js';
import { REMEMBER, removePlace } from './place-rows.js';
import type { Released } from './places.types.js';

export interface GivenBack {
  readonly poolId: PoolId;
  readonly was: Released;
  readonly party: number;
}

const LEAVE_LINE = 'DELETE FROM waitlist_entry WHERE pool_id = $1 AND holder_id = $2 RETURNING party';
const WITHDRAW_OFFER = `
  UPDATE offer SET state = 'WITHDRAWN', closed_at = statement_timestamp()
  WHERE pool_id = $1 AND holder_id = $2 AND state = 'OPEN' RETURNING party`;
const POOLS_OF = `
  SELECT pool_id FROM place WHERE holder_id = $1
  UNION SELECT pool_id FROM waitlist_entry WHERE holder_id = $1
  UNION SELECT pool_id FROM offer WHERE holder_id = $1 AND state = 'OPEN'`;
const ALL = `
  WITH gone AS (DELETE FROM place WHERE holder_id = $1 RETURNING *), ${REMEMBER},
  turns AS (DELETE FROM waitlist_entry WHERE holder_id = $1 RETURNING pool_id, party),
  offers AS (UPDATE offer SET state = 'WITHDRAWN', closed_at = statement_timestamp()
    WHERE holder_id = $1 AND state = 'OPEN' RETURNING pool_id, party)
  SELECT pool_id AS "poolId", 'PLACE' AS was, party FROM gone
  UNION ALL SELECT pool_id, 'LINE', party FROM turns
  UNION ALL SELECT pool_id, 'OFFER', party FROM offers`;

/** Gives places, turns and offers back and hands them on, all in the caller's transaction. */
@Injectable()
export class GiveBack {
  constructor(private readonly line: Line) {}

  /** @returns what there was, or null where there was nothing */
  async release(tx: Tx, holder: RegistrationId, poolId: PoolId): Promise<Released | null> {
    await lockHolder(tx, holder);
    await lockPool(tx, poolId);
    const party = await removePlace(tx, poolId, holder);
    if (party !== undefined) return this.handOnAfter(tx, { poolId, was: 'PLACE', party });
    const [turn] = await tx.query<{ party: number }>(LEAVE_LINE, [poolId, holder]);
    if (turn !== undefined) return this.handOnAfter(tx, { poolId, was: 'LINE', party: turn.party });
    const [offer] = await tx.query<{ party: number }>(WITHDRAW_OFFER, [poolId, holder]);
    return offer === undefined ? null : this.handOnAfter(tx, { poolId, was: 'OFFER', party: offer.party });
  }

  /** The registration leaves everything and can hold nothing until its holder is opened again. */
  async releaseAll(tx: Tx, holder: RegistrationId): Promise<readonly GivenBack[]> {
    await lockHolder(tx, holder);
    await tx.query('UPDATE holder SET gone_at = coalesce(gone_at, statement_timestamp()) WHERE registration_id = $1', [holder]);
    // Turns may become offers until the pools are locked, but only in these pools: new ones need the holder's lock.
    const pools = await tx.query<{ pool_id: PoolId }>(POOLS_OF, [holder]);
    await lockPools(tx, pools.map(({ pool_id }) => pool_id));
    const given = await tx.query<GivenBack>(ALL, [holder]);
    for (const one of given.toSorted((a, b) => (a.poolId < b.poolId ? -1 : 1))) await this.handOnAfter(tx, one);
    return given;
  }

  private async handOnAfter(tx: Tx, { poolId, was, party }: GivenBack): Promise<Released> {
    await this.line.handOn(tx, await count(tx, poolId, was === 'LINE' ? { waiting: -party } : { taken: -party }));
    return was;
  }
}
