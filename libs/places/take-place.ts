import { Clock, newId, refuse } from '#kernel';
import type { PlaceId, PoolId, Refusal, RegistrationId } from '#kernel';
import { preparedRows } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { clash, clashesWith } from './clashes.js';
import { count } from './counters.js';
import { Line } from './line.js';
import { lockedNow, lockHolder, lockPool, POOL_COLUMNS } from './locks.js';
import type { LockedPool } from './locks.js';
import { insertPlace, OCCUPY, undoPlace } from './place-rows.js';
import { PlacesGuards } from './places-guards.js';
import { excess, isOver, lineTakes, remaining } from './places.rules.js';
import type { StandingState } from './places.status.js';
import type { ClashRefusal, LineMove, NoPlacesRefusal, StandingRefusal, Taken, TakeRequest } from './places.types.js';

type View = LockedPool & { readonly standing: StandingState | null; readonly times: number };
type Wanted = TakeRequest & { readonly party: number };
export type TakeRefusal = NoPlacesRefusal | StandingRefusal | ClashRefusal;

const LOOK = `
  SELECT ${POOL_COLUMNS},
    (SELECT count(*)::int FROM pool_interval WHERE pool_id = $1) AS times,
    coalesce((SELECT state FROM place WHERE pool_id = $1 AND holder_id = $2),
      (SELECT 'WAITING' FROM waitlist_entry WHERE pool_id = $1 AND holder_id = $2),
      (SELECT 'OFFERED' FROM offer WHERE pool_id = $1 AND holder_id = $2 AND state = 'OPEN')) AS standing
  FROM pool WHERE id = $1`;
const MOVE = 'UPDATE waitlist_entry SET priority = $3, move_reason = $4 WHERE pool_id = $1 AND holder_id = $2 RETURNING id';
const TAKE = (condition: string): string => `
  WITH counted AS (UPDATE pool SET taken = taken + $5 WHERE id = $2 AND timing = $8 ${condition} RETURNING conference_id),
  placed AS (
    INSERT INTO place (id, conference_id, pool_id, holder_id, state, party, expires_at, override_reason)
    SELECT $1, conference_id, $2, $3, $4, $5, $6, $7 FROM counted RETURNING *),
  timed AS (${OCCUPY})
  SELECT (SELECT count(*)::int FROM placed) AS placed, (SELECT count(*)::int FROM timed) AS times`;
const TAKE_WHERE_ROOM = TAKE('AND waiting = 0 AND (size IS NULL OR taken + $5 <= size)');
const TAKE_ANYWAY = TAKE('');

/** Takes a place for a registration, or a turn in the line. */
@Injectable()
export class TakePlace {
  constructor(private readonly clock: Clock, private readonly guards: PlacesGuards, private readonly line: Line) {}

  async take(tx: Tx, request: TakeRequest): Promise<Taken | TakeRefusal> {
    const wanted: Wanted = { ...request, party: request.party ?? 1 };
    const { goneAt } = await lockHolder(tx, wanted.holder, this.guards.holderLock);
    if (goneAt !== null) return refuse('places.holder-gone');
    const view = await this.look(tx, wanted.poolId, wanted.holder);
    if (view.standing !== null) return refuse('places.already', { state: view.standing });
    const room = view.size === null || view.taken + wanted.party <= view.size;
    if (!room && wanted.overbook !== true && !(wanted.joinLine && lineTakes(view, this.clock.now(), wanted.party))) return noPlaces(view, this.clock.now(), wanted.party);
    if (room && view.waiting === 0 && wanted.overbook !== true) {
      const refused = await this.clashOf(tx, wanted, view);
      if (refused !== undefined) return refused;
      const taken = await this.takeWhereRoom(tx, wanted, view);
      if (taken !== undefined) return taken;
    }
    return this.takeOrWait(tx, wanted);
  }

  /**
   * The refusal that `take` would give now for want of places, nothing where there is hope. One look without a lock, so
   * that a crowd before a full house costs little; it promises nothing.
   */
  async outlook(tx: Tx, poolId: PoolId, { party = 1, joinLine }: { readonly party?: number; readonly joinLine: boolean }): Promise<NoPlacesRefusal | undefined> {
    const [pool] = await tx.query<LockedPool>(`SELECT ${POOL_COLUMNS} FROM pool WHERE id = $1`, [poolId]);
    if (pool === undefined) throw new Error(`there is no pool ${poolId}`);
    const room = pool.size === null || pool.taken + party <= pool.size;
    return room || (joinLine && lineTakes(pool, this.clock.now(), party)) ? undefined : noPlaces(pool, this.clock.now(), party);
  }

  /** Staff move someone in a line; the reason stays with the turn. */
  async moveInLine(tx: Tx, move: LineMove): Promise<void | Refusal<'places.not-waiting'>> {
    const pool = await lockPool(tx, move.poolId);
    const rows = await tx.query<{ id: string }>(MOVE, [move.poolId, move.holder, move.priority, move.reason]);
    if (rows.length === 0) return refuse('places.not-waiting');
    await this.line.handOn(tx, pool);
  }

  private async look(tx: Tx, poolId: PoolId, holder: RegistrationId): Promise<View> {
    const [view] = await tx.query<View>(LOOK, [poolId, holder]);
    if (view === undefined) throw new Error(`there is no pool ${poolId}`);
    return view;
  }

  private async clashOf(tx: Tx, wanted: Wanted, view: { readonly times: number }): Promise<ClashRefusal | undefined> {
    if (view.times === 0 || wanted.override !== undefined) return undefined;
    const items = await clashesWith(tx, this.clock, wanted.holder, wanted.poolId, { offers: true });
    return items.length === 0 ? undefined : clash(items);
  }

  /** The common way: one statement that counts only where there is room. Nothing where another was faster. */
  private async takeWhereRoom(tx: Tx, wanted: Wanted, view: View): Promise<Taken | ClashRefusal | undefined> {
    const id: PlaceId = newId();
    const [row] = await preparedRows<{ placed: number; times: number }>(tx.em, this.guards.poolCondition ? TAKE_WHERE_ROOM : TAKE_ANYWAY, [
      id, wanted.poolId, wanted.holder, wanted.state, wanted.party, wanted.expiresAt ?? null, wanted.override?.reason ?? null, view.timing,
    ]);
    if (row === undefined || row.placed === 0) return undefined;
    if (row.times === view.times) return { outcome: 'PLACE', placeId: id };
    const items = await clashesWith(tx, this.clock, wanted.holder, wanted.poolId, { offers: true });
    await undoPlace(tx, id);
    await count(tx, wanted.poolId, { taken: -wanted.party });
    return clash(items);
  }

  /** The other way, under the pool's lock: past a line that cannot use what is free, above the size, or into the line. */
  private async takeOrWait(tx: Tx, wanted: Wanted): Promise<Taken | TakeRefusal> {
    const pool = await lockPool(tx, wanted.poolId);
    const priority = wanted.priority ?? 0;
    if (wanted.overbook === true || await this.line.lets(tx, pool, { party: wanted.party, priority })) return this.takeLocked(tx, pool, wanted);
    const now = await lockedNow(tx, this.clock);
    if (!wanted.joinLine || !lineTakes(pool, now, wanted.party)) return noPlaces(pool, now, wanted.party);
    const entryId = await this.line.join(tx, pool, { holder: wanted.holder, party: wanted.party, priority });
    return { outcome: 'LINE', entryId, position: await this.line.position(tx, entryId) };
  }

  private async takeLocked(tx: Tx, pool: LockedPool, wanted: Wanted): Promise<Taken | ClashRefusal> {
    const refused = await this.clashOf(tx, wanted, { times: 1 });
    if (refused !== undefined) return refused;
    const placeId = await insertPlace(tx, {
      conferenceId: pool.conferenceId, poolId: pool.id, holder: wanted.holder, state: wanted.state, party: wanted.party,
      expiresAt: wanted.expiresAt ?? null, offerId: null, overrideReason: wanted.override?.reason ?? null,
    });
    if (placeId === undefined) return clash(await clashesWith(tx, this.clock, wanted.holder, pool.id, { offers: true }));
    if (wanted.overbook === true) await permitExcess(tx, pool, wanted.party);
    await count(tx, pool.id, { taken: wanted.party });
    return { outcome: 'PLACE', placeId };
  }
}

/** Staff's decision to go above the size, kept in the pool. */
async function permitExcess(tx: Tx, pool: LockedPool, party: number): Promise<void> {
  const above = excess({ taken: pool.taken + party }, pool.size);
  if (above > pool.overbooked) await tx.query('UPDATE pool SET overbooked = $2 WHERE id = $1', [pool.id, above]);
}

/** No place: `places.full` where one may still wait, otherwise why not. */
export function noPlaces(pool: LockedPool, now: Date, party: number): NoPlacesRefusal {
  const lineOpen = lineTakes(pool, now, party);
  const code = lineOpen ? 'places.full' : pool.lineLimit === 0 || isOver(pool, now) ? 'places.no-line' : 'places.line-full';
  return refuse(code, { remaining: remaining(pool) ?? 0, lineOpen }) as NoPlacesRefusal;
}
