import type { Id, PoolId, RegistrationId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';
import type { StandingState } from './places.status.js';

/** The id of a place, a turn or an offer, whichever someone has in a pool; it sorts by the time it was made. */
export type PoolTurnId = Id<'Place'> | Id<'WaitlistEntry'> | Id<'Offer'>;

/** One who stands to a pool in any way: has a place, is offered one, or waits. */
export interface PoolTurn {
  readonly id: PoolTurnId;
  readonly poolId: PoolId;
  readonly holder: RegistrationId;
  readonly state: StandingState;
  readonly party: number;
  readonly since: Date;
}

const TURNS = `
  SELECT id, pool_id AS "poolId", holder_id AS holder, state, party, taken_at AS since FROM place WHERE pool_id = $1
  UNION ALL SELECT id, pool_id, holder_id, 'WAITING', party, joined_at FROM waitlist_entry WHERE pool_id = $1
  UNION ALL SELECT id, pool_id, holder_id, 'OFFERED', party, offered_at FROM offer WHERE pool_id = $1 AND state = 'OPEN'`;
const PAGE = `SELECT * FROM (${TURNS}) t WHERE $2::uuid IS NULL OR id > $2 ORDER BY id LIMIT $3`;
const EVERYONE = `SELECT DISTINCT holder FROM (${TURNS}) t ORDER BY holder`;
const COUNT = `SELECT count(*)::int AS count FROM (${TURNS}) t`;

/** Everyone who stands to a pool, in the order in which they came to stand so; a page of at most `limit` after `after`. */
export async function poolTurns(em: EntityManager, poolId: PoolId, page: { readonly after: PoolTurnId | null; readonly limit: number }): Promise<PoolTurn[]> {
  return rowsOf<PoolTurn>(em, PAGE, [poolId, page.after, page.limit]);
}

export async function countPoolTurns(em: EntityManager, poolId: PoolId): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(em, COUNT, [poolId]);
  return row?.count ?? 0;
}

/** Every registration that stands to a pool in any way; exact where the caller holds the pool's lock. */
export async function everyoneIn(em: EntityManager, poolId: PoolId): Promise<RegistrationId[]> {
  return (await rowsOf<{ holder: RegistrationId }>(em, EVERYONE, [poolId])).map(({ holder }) => holder);
}
