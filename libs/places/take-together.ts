import { newId } from '#kernel';
import type { PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { count } from './counters.js';
import { lockPool } from './locks.js';
import { PlacesGuards } from './places-guards.js';
import type { PlaceState } from './places.status.js';

/** Newcomers who each want a place for one in the same pool, first come first. */
export interface Newcomers {
  readonly poolId: PoolId;
  readonly holders: readonly RegistrationId[];
  readonly state: PlaceState;
}

/**
 * Gives places to registrations that nobody has seen yet: as they hold nothing, nothing can clash, and their rows need no
 * lock. Under the pool's lock it looks how many may have one, as `take` would say of each in turn.
 */
@Injectable()
export class TakeTogether {
  constructor(private readonly guards: PlacesGuards) {}

  /** @returns how many of the holders, from the first on, have a place; the others are to ask `take` for themselves */
  async take(tx: Tx, { poolId, holders, state }: Newcomers): Promise<number> {
    if (!this.guards.poolCondition) return 0;
    const pool = await lockPool(tx, poolId);
    const [timed] = await tx.query('SELECT 1 FROM pool_interval WHERE pool_id = $1 LIMIT 1', [poolId]);
    const room = timed !== undefined || pool.waiting > 0 ? 0 : pool.size === null ? holders.length : Math.max(0, Math.min(holders.length, pool.size - pool.taken));
    const lucky = holders.slice(0, room);
    if (lucky.length === 0) return 0;
    const { conferenceId } = pool;
    await tx.query('INSERT INTO holder (registration_id, conference_id) SELECT id, $2 FROM unnest($1::uuid[]) AS t(id)', [lucky, conferenceId]);
    await tx.query(`
      INSERT INTO place (id, conference_id, pool_id, holder_id, state) SELECT id, $3, $4, holder_id, $5 FROM unnest($1::uuid[], $2::uuid[]) AS t(id, holder_id)`,
    [lucky.map(() => newId<'Place'>()), lucky, conferenceId, poolId, state]);
    await count(tx, poolId, { taken: lucky.length });
    return lucky.length;
  }
}
