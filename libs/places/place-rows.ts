import { newId } from '#kernel';
import type { ConferenceId, OfferId, PlaceId, PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import type { PlaceState } from './places.status.js';

export interface NewPlace {
  readonly conferenceId: ConferenceId;
  readonly poolId: PoolId;
  readonly holder: RegistrationId;
  readonly state: PlaceState;
  readonly party: number;
  readonly expiresAt: Date | null;
  readonly offerId: OfferId | null;
  readonly overrideReason: string | null;
}

/** Part of a statement that takes places away (`gone`): keeps that they were there. */
export const REMEMBER = `
  remembered AS (
    INSERT INTO past_place (place_id, conference_id, pool_id, holder_id, party, given_back_at)
    SELECT id, conference_id, pool_id, holder_id, party, statement_timestamp() FROM gone)`;

// The time that a place takes. What overlaps, or is too close, is marked where staff let it, and otherwise left out, which the caller sees.
export const OCCUPY = `
  INSERT INTO busy (place_id, conference_id, holder_id, pool_id, during, site, overridden)
  SELECT placed.id, placed.conference_id, placed.holder_id, placed.pool_id, i.during, i.site,
    placed.override_reason IS NOT NULL AND EXISTS (
      SELECT 1 FROM busy b WHERE b.holder_id = placed.holder_id AND too_close(b.conference_id, i.during, i.site, b.during, b.site))
  FROM placed JOIN pool_interval i ON i.pool_id = placed.pool_id
  ON CONFLICT DO NOTHING RETURNING 1`;
const INSERT = `
  WITH placed AS (
    INSERT INTO place (id, conference_id, pool_id, holder_id, state, party, expires_at, offer_id, override_reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *),
  timed AS (${OCCUPY})
  SELECT (SELECT count(*) FROM pool_interval WHERE pool_id = $3) = (SELECT count(*) FROM timed) AS fits`;
const REMOVE = `WITH gone AS (DELETE FROM place WHERE pool_id = $1 AND holder_id = $2 RETURNING *), ${REMEMBER} SELECT party FROM gone`;
const UNDO = 'DELETE FROM place WHERE id = $1';

/** Writes a place and the time it takes, under the locks of holder and pool. Nothing where a moved programme made it clash just now. */
export async function insertPlace(tx: Tx, place: NewPlace): Promise<PlaceId | undefined> {
  const id = newId<'Place'>();
  const [row] = await tx.query<{ fits: boolean }>(INSERT, [
    id, place.conferenceId, place.poolId, place.holder, place.state, place.party, place.expiresAt, place.offerId, place.overrideReason,
  ]);
  if (row?.fits === true) return id;
  await undoPlace(tx, id);
  return undefined;
}

/** Takes back a place that this transaction has just written. */
export async function undoPlace(tx: Tx, id: PlaceId): Promise<void> {
  await tx.query(UNDO, [id]);
}

/** Takes a place away with its time. @returns how many people it was for, or nothing where there was none */
export async function removePlace(tx: Tx, poolId: PoolId, holder: RegistrationId): Promise<number | undefined> {
  const [row] = await tx.query<{ party: number }>(REMOVE, [poolId, holder]);
  return row?.party;
}
