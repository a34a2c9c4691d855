import type { EntityManager } from 'typeorm';
import { rowsOf } from '#platform';
import { handOut, isOver } from './places.rules.js';
import type { Turn } from './places.rules.js';

const BROKEN = `
  WITH figures AS (
    SELECT p.*, 
      (SELECT coalesce(sum(party), 0)::int FROM place x WHERE x.pool_id = p.id) AS placed,
      (SELECT coalesce(sum(party), 0)::int FROM offer x WHERE x.pool_id = p.id AND x.state = 'OPEN') AS offered,
      (SELECT coalesce(sum(party), 0)::int FROM waitlist_entry x WHERE x.pool_id = p.id) AS lined
    FROM pool p)
  SELECT format('pool %s: taken %s, but %s placed and %s offered', id, taken, placed, offered) AS broken FROM figures WHERE taken <> placed + offered
  UNION ALL
  SELECT format('pool %s: taken %s of %s with %s permitted above', id, placed + offered, size, overbooked) FROM figures WHERE placed + offered > size + overbooked
  UNION ALL
  SELECT format('pool %s: waiting %s, but %s in the line', id, waiting, lined) FROM figures WHERE waiting <> lined
  UNION ALL
  SELECT format('pool %s: %s permitted above, but only %s taken of %s', id, overbooked, taken, size) FROM figures WHERE overbooked > greatest(0, taken - size)
  UNION ALL
  SELECT format('registration %s: pools %s and %s at one time', a.holder_id, a.pool_id, b.pool_id)
  FROM busy a JOIN busy b ON a.holder_id = b.holder_id AND a.pool_id < b.pool_id AND too_close(a.conference_id, a.during, a.site, b.during, b.site) WHERE NOT a.overridden AND NOT b.overridden
  UNION ALL
  SELECT format('place %s: its time is not that of its pool', pl.id) FROM place pl
  WHERE (SELECT array_agg((b.during, b.site)::text ORDER BY b.during) FROM busy b WHERE b.place_id = pl.id)
    IS DISTINCT FROM (SELECT array_agg((i.during, i.site)::text ORDER BY i.during) FROM pool_interval i WHERE i.pool_id = pl.pool_id)
  UNION ALL
  SELECT format('registration %s stands %s times to pool %s', holder_id, count(*), pool_id) FROM (
    SELECT pool_id, holder_id FROM place UNION ALL SELECT pool_id, holder_id FROM waitlist_entry
    UNION ALL SELECT pool_id, holder_id FROM offer WHERE state = 'OPEN') s GROUP BY pool_id, holder_id HAVING count(*) > 1
  UNION ALL
  SELECT format('registration %s is gone, but stands to pool %s', h.registration_id, s.pool_id) FROM holder h JOIN (
    SELECT pool_id, holder_id FROM place UNION ALL SELECT pool_id, holder_id FROM waitlist_entry
    UNION ALL SELECT pool_id, holder_id FROM offer WHERE state = 'OPEN') s ON s.holder_id = h.registration_id WHERE h.gone_at IS NOT NULL`;
const LINES = `
  SELECT p.id AS "poolId", p.size, p.taken, p.party_minutes AS "partyMinutes", p.closes_at AS "closesAt", e.party, e.kept_since AS "keptSince"
  FROM waitlist_entry e JOIN pool p ON p.id = e.pool_id WHERE p.size IS NULL OR p.taken < p.size ORDER BY p.id, e.priority DESC, e.turn`;

interface LineRow extends Turn {
  readonly poolId: string;
  readonly size: number | null;
  readonly taken: number;
  readonly partyMinutes: number;
  readonly closesAt: Date | null;
}

/**
 * What must never be, as sentences; none where all is well. For tests, the demo and the fault runs: at rest, since it
 * reads more than one statement. `now` is the instant up to which sweeps have run.
 */
export async function placesInvariants(em: EntityManager, now: Date = new Date()): Promise<string[]> {
  const broken = (await rowsOf<{ broken: string }>(em, BROKEN)).map((row) => row.broken);
  const lines = Map.groupBy(await rowsOf<LineRow>(em, LINES), (row) => row.poolId);
  for (const [poolId, line] of lines) {
    const [pool] = line;
    if (pool === undefined || isOver(pool, now)) continue;
    const free = pool.size === null ? line.length : pool.size - pool.taken;
    const { offered } = handOut(line, free, now, pool.partyMinutes);
    if (offered.length > 0) broken.push(`pool ${poolId}: ${free} free while ${offered.length} wait who may have them`);
  }
  return broken;
}
