import { Clock, refuse } from '#kernel';
import type { PlaceId, PoolId, Refusal, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { clash, clashesWith } from './clashes.js';
import { count } from './counters.js';
import { Line } from './line.js';
import { lockedNow, lockHolder, lockPools } from './locks.js';
import { insertPlace, removePlace } from './place-rows.js';
import { PlacesGuards } from './places-guards.js';
import type { PlaceState } from './places.status.js';
import type { ClashRefusal, NoPlacesRefusal, Override, StandingRefusal } from './places.types.js';
import { noPlaces } from './take-place.js';

export type SwapRefusal = NoPlacesRefusal | StandingRefusal | ClashRefusal | Refusal<'places.not-held'>;

const HELD = `
  SELECT (SELECT json_build_object('state', state, 'party', party, 'expiresAt', expires_at) FROM place WHERE pool_id = $2 AND holder_id = $1) AS held,
    coalesce((SELECT state FROM place WHERE pool_id = $3 AND holder_id = $1),
      (SELECT 'WAITING' FROM waitlist_entry WHERE pool_id = $3 AND holder_id = $1),
      (SELECT 'OFFERED' FROM offer WHERE pool_id = $3 AND holder_id = $1 AND state = 'OPEN')) AS standing`;

/**
 * Exchanges a place for one of another pool in one step: the old one is left only when the new one is certain, and the
 * line of the old pool moves up. What is only held is held until the same moment; a hold that has passed is no place (`places.not-held`). Pools are locked in the order of their ids, so swaps in a ring wait for each other and
 * none is lost; where all of them are full each is refused and keeps what it has.
 */
@Injectable()
export class SwapPlace {
  constructor(private readonly clock: Clock, private readonly guards: PlacesGuards, private readonly line: Line) {}

  async swap(
    tx: Tx, holder: RegistrationId, fromPool: PoolId, toPool: PoolId, options: { readonly override?: Override } = {},
  ): Promise<{ readonly placeId: PlaceId } | SwapRefusal> {
    const { goneAt } = await lockHolder(tx, holder, this.guards.holderLock);
    if (goneAt !== null) return refuse('places.holder-gone');
    const pools = await lockPools(tx, [fromPool, toPool]);
    const to = pools.get(toPool);
    if (to === undefined) throw new Error(`there is no pool ${toPool}`);
    const [row] = await tx.query<{ held: { state: PlaceState; party: number; expiresAt: string | null } | null; standing: string | null }>(HELD, [holder, fromPool, toPool]);
    if (row?.held == null) return refuse('places.not-held');
    if (row.standing !== null) return refuse('places.already', { state: row.standing });
    const { state, party } = row.held;
    const expiresAt = row.held.expiresAt === null ? null : new Date(row.held.expiresAt);
    if (expiresAt !== null && expiresAt <= await lockedNow(tx, this.clock)) return refuse('places.not-held');
    if (!await this.line.lets(tx, to, { party, priority: 0 })) return noPlaces(to, this.clock.now(), party);
    const inTheWay = (await clashesWith(tx, this.clock, holder, toPool, { offers: true })).filter(({ poolId }) => poolId !== fromPool);
    if (inTheWay.length > 0 && options.override === undefined) return clash(inTheWay);
    await removePlace(tx, fromPool, holder);
    const placeId = await insertPlace(tx, {
      conferenceId: to.conferenceId, poolId: toPool, holder, state, party,
      expiresAt, offerId: null, overrideReason: options.override?.reason ?? null,
    });
    if (placeId === undefined) return clash(await clashesWith(tx, this.clock, holder, toPool, { offers: true }));
    await count(tx, toPool, { taken: party });
    await this.line.handOn(tx, await count(tx, fromPool, { taken: -party }));
    return { placeId };
  }
}
