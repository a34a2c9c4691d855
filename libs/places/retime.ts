import type { PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { lockHolders, lockPool } from './locks.js';
import type { LockedPool } from './locks.js';
import type { BusyInterval } from './places.types.js';

const TRIES = 5;
const HOLDERS = 'SELECT holder_id AS holder FROM place WHERE pool_id = $1 ORDER BY holder_id';
const NEW_TIMES = `
  INSERT INTO pool_interval (pool_id, conference_id, during, site)
  SELECT $1, $2, tstzrange(t.starts_at, t.ends_at, '[)'), t.site
  FROM unnest($3::timestamptz[], $4::timestamptz[], $5::text[]) AS t (starts_at, ends_at, site)`;
const MOVE = `
  INSERT INTO busy (place_id, conference_id, holder_id, pool_id, during, site)
  SELECT pl.id, pl.conference_id, pl.holder_id, pl.pool_id, i.during, i.site
  FROM place pl JOIN pool_interval i ON i.pool_id = pl.pool_id WHERE pl.pool_id = $1 AND NOT EXISTS (
    SELECT 1 FROM busy b WHERE b.holder_id = pl.holder_id AND too_close(b.conference_id, i.during, i.site, b.during, b.site))
  ORDER BY pl.holder_id, i.during
  ON CONFLICT DO NOTHING`;
const MARK = `
  INSERT INTO busy (place_id, conference_id, holder_id, pool_id, during, site, overridden, moved)
  SELECT pl.id, pl.conference_id, pl.holder_id, pl.pool_id, i.during, i.site, true, pl.override_reason IS NULL
  FROM place pl JOIN pool_interval i ON i.pool_id = pl.pool_id
  WHERE pl.pool_id = $1 AND NOT EXISTS (SELECT 1 FROM busy b WHERE b.place_id = pl.id AND b.during = i.during)
  RETURNING holder_id AS holder`;

interface Row {
  readonly holder: RegistrationId;
}

/** Gives a pool new times, and everyone who has a place of it. @returns those who now have two things at one time, or too close */
export async function retime(tx: Tx, poolId: PoolId, times: readonly BusyInterval[]): Promise<RegistrationId[]> {
  const pool = await lockWithHolders(tx, poolId);
  await tx.query('UPDATE pool SET timing = timing + 1 WHERE id = $1', [poolId]);
  await tx.query('DELETE FROM busy WHERE pool_id = $1', [poolId]);
  await tx.query('DELETE FROM pool_interval WHERE pool_id = $1', [poolId]);
  await tx.query(NEW_TIMES, [poolId, pool.conferenceId, times.map((one) => one.startsAt), times.map((one) => one.endsAt), times.map((one) => one.site ?? null)]);
  await tx.query(MOVE, [poolId]);
  return [...new Set((await tx.query<Row>(MARK, [poolId])).map(({ holder }) => holder))];
}

/**
 * Locks the pool and all who have a place of it, holders first. Whoever took a place while the pool was being locked is
 * not among them: then the locks are let go and taken again, so that their order stays. After a few tries it goes on
 * without the latecomers' locks, and a deadlock, should it come to one, is tried again by the unit of work.
 */
async function lockWithHolders(tx: Tx, poolId: PoolId): Promise<LockedPool> {
  for (let attempt = 1; ; attempt += 1) {
    await tx.query('SAVEPOINT retime');
    const known = await holdersOf(tx, poolId);
    await lockHolders(tx, known);
    const pool = await lockPool(tx, poolId);
    const locked = new Set(known);
    if (attempt === TRIES || (await holdersOf(tx, poolId)).every((holder) => locked.has(holder))) {
      await tx.query('RELEASE SAVEPOINT retime');
      return pool;
    }
    await tx.query('ROLLBACK TO SAVEPOINT retime');
  }
}

async function holdersOf(tx: Tx, poolId: PoolId): Promise<RegistrationId[]> {
  return (await tx.query<Row>(HOLDERS, [poolId])).map(({ holder }) => holder);
}
