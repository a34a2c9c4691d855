import type { PoolId } from '#kernel';
import type { Tx } from '#platform';
import { POOL_COLUMNS } from './locks.js';
import type { LockedPool } from './locks.js';

// Overbooking that was permitted shrinks with what is given back, so that nobody takes it up again.
const COUNT = `
  UPDATE pool SET taken = taken + $2, waiting = waiting + $3,
    overbooked = CASE WHEN $2 < 0 THEN coalesce(greatest(0, least(overbooked, taken + $2 - size)), 0) ELSE overbooked END
  WHERE id = $1 RETURNING ${POOL_COLUMNS}`;

/** Moves a pool's counters; the caller holds its lock. @returns the pool as it is now */
export async function count(tx: Tx, id: PoolId, by: { readonly taken?: number; readonly waiting?: number }): Promise<LockedPool> {
  const [pool] = await tx.query<LockedPool>(COUNT, [id, by.taken ?? 0, by.waiting ?? 0]);
  if (pool === undefined) throw new Error(`there is no pool ${id}`);
  return pool;
}
