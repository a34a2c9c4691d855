import type { Clock, ConferenceId, PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { moment } from './moment.js';
import type { PoolKind } from './places.status.js';

/** A pool as it is while this transaction has its lock. */
export interface LockedPool {
  readonly id: PoolId;
  readonly conferenceId: ConferenceId;
  readonly kind: PoolKind;
  readonly subjectId: string;
  readonly size: number | null;
  readonly overbooked: number;
  readonly taken: number;
  readonly waiting: number;
  readonly lineLimit: number | null;
  readonly offerMinutes: number;
  readonly partyMinutes: number;
  readonly timing: number;
  readonly closesAt: Date | null;
}

export const POOL_COLUMNS = `
  id, conference_id AS "conferenceId", kind, subject_id AS "subjectId", size, overbooked, taken, waiting, line_limit AS "lineLimit",
  offer_minutes AS "offerMinutes", party_minutes AS "partyMinutes", timing, closes_at AS "closesAt"`;

// NO KEY UPDATE and not UPDATE: writing an offer for another registration looks up its holder row as a foreign key
// (KEY SHARE), which must not wait for whatever that registration is doing (docs/decisions/places.md).
const LOCK_HOLDER = 'SELECT gone_at AS "goneAt" FROM holder WHERE registration_id = $1 FOR NO KEY UPDATE';
const LOOK_AT_HOLDER = 'SELECT gone_at AS "goneAt" FROM holder WHERE registration_id = $1';
const LOCK_HOLDERS = 'SELECT 1 FROM holder WHERE registration_id = ANY($1::uuid[]) ORDER BY registration_id FOR NO KEY UPDATE';
const LOCK_POOLS = `SELECT ${POOL_COLUMNS} FROM pool WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

export interface LockedHolder {
  /** Set while the registration can hold nothing. */
  readonly goneAt: Date | null;
}

/** First lock: the registration that is to gain or lose places. @throws Error where `openHolder` was never called for it */
export async function lockHolder(tx: Tx, holder: RegistrationId, lock = true): Promise<LockedHolder> {
  const [row] = await tx.query<LockedHolder>(lock ? LOCK_HOLDER : LOOK_AT_HOLDER, [holder]);
  if (row === undefined) throw new Error(`registration ${holder} has no holder row`);
  return row;
}

/** First lock for many registrations at once, in the order of their ids. */
export async function lockHolders(tx: Tx, holders: readonly RegistrationId[]): Promise<void> {
  await tx.query(LOCK_HOLDERS, [holders]);
}

/** Second lock: the pools, in the order of their ids whatever the order asked for. */
export async function lockPools(tx: Tx, ids: readonly PoolId[]): Promise<Map<PoolId, LockedPool>> {
  const rows = await tx.query<LockedPool>(LOCK_POOLS, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** @throws Error where there is no such pool */
export async function lockPool(tx: Tx, id: PoolId): Promise<LockedPool> {
  const pool = (await lockPools(tx, [id])).get(id);
  if (pool === undefined) throw new Error(`there is no pool ${id}`);
  return pool;
}

/** Now, as the database sees it once the locks are held (a test's clock is taken at its word). */
export async function lockedNow(tx: Tx, clock: Clock): Promise<Date> {
  const fixed = moment(clock);
  if (fixed !== null) return fixed;
  const [row] = await tx.query<{ now: Date }>('SELECT statement_timestamp() AS now');
  if (row === undefined) throw new Error('the database did not say what time it is');
  return row.now;
}
