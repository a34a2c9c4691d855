import type { OfferId, PoolId, RegistrationId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';

/** One in a pool's line, or someone out of it whom a place is offered to. */
export interface WaitingTurn {
  readonly holder: RegistrationId;
  readonly party: number;
  readonly priority: number;
  /** Order of arrival, as text since it may be large. */
  readonly turn: string;
  /** 1 being next; null for one to whom a place is offered. */
  readonly position: number | null;
  /** Since when it waits, or is offered the place. */
  readonly since: Date;
  /** Why staff moved it, where they did. */
  readonly moveReason: string | null;
  /** Since when places are kept for it, because it needs more than are free. */
  readonly keptSince: Date | null;
  readonly offerId: OfferId | null;
  readonly offerExpiresAt: Date | null;
}

/** Where a turn stands in the list: those with an offer first, then by priority and arrival. */
export interface WaitingKey {
  readonly isWaiting: boolean;
  readonly priority: number;
  readonly turn: string;
}

const TURNS = `
  SELECT false AS waits, holder_id AS holder, party, priority, turn, NULL::int AS position, offered_at AS since, NULL::text AS "moveReason",
    NULL::timestamptz AS "keptSince", id AS "offerId", expires_at AS "offerExpiresAt"
  FROM offer WHERE pool_id = $1 AND state = 'OPEN'
  UNION ALL
  SELECT true, holder_id, party, priority, turn, (row_number() OVER (ORDER BY priority DESC, turn))::int, joined_at, move_reason, kept_since, NULL, NULL
  FROM waitlist_entry WHERE pool_id = $1`;
const PAGE = `
  SELECT * FROM (${TURNS}) t WHERE $2::boolean IS NULL OR (waits, -priority, turn) > ($2, -$3::int, $4::bigint)
  ORDER BY waits, -priority, turn LIMIT $5`;
const COUNT = `SELECT count(*)::int AS n FROM (${TURNS}) t`;

/** A page of those who are offered a place of a pool and those who wait for one, in the order in which they have it. */
export async function waitingLine(em: EntityManager, poolId: PoolId, after: WaitingKey | null, limit: number): Promise<WaitingTurn[]> {
  return rowsOf<WaitingTurn>(em, PAGE, [poolId, after?.isWaiting ?? null, after?.priority ?? 0, after?.turn ?? '0', limit]);
}

export async function countWaiting(em: EntityManager, poolId: PoolId): Promise<number> {
  return (await rowsOf<{ n: number }>(em, COUNT, [poolId]))[0]?.n ?? 0;
}

const LAST_IN = `
  SELECT holder, party FROM (
    SELECT holder_id AS holder, party, id FROM place WHERE pool_id = $1
    UNION ALL SELECT holder_id, party, id FROM offer WHERE pool_id = $1 AND state = 'OPEN') t
  ORDER BY id DESC`;

/** Those of a pool's people for whom there is no place below a size: who came last (ids sort by time), in the order in which they came. */
export async function lastIn(em: EntityManager, poolId: PoolId, people: number): Promise<RegistrationId[]> {
  const found: RegistrationId[] = [];
  let left = people;
  for (const { holder, party } of await rowsOf<{ holder: RegistrationId; party: number }>(em, LAST_IN, [poolId])) {
    if (left <= 0) break;
    found.push(holder);
    left -= party;
  }
  return found.reverse();
}
