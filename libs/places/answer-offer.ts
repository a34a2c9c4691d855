import { Clock, refuse } from '#kernel';
import type { OfferId, PoolId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { clash, clashesWith } from './clashes.js';
import { count } from './counters.js';
import { Line } from './line.js';
import { lockedNow, lockHolder, lockPools } from './locks.js';
import type { LockedPool } from './locks.js';
import { insertPlace, removePlace } from './place-rows.js';
import { PlacesGuards } from './places-guards.js';
import type { OfferState } from './places.status.js';
import type { AcceptRequest, ClashRefusal, OfferAccepted, OfferDeclined, OfferRefusal } from './places.types.js';

interface OfferRow {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  readonly party: number;
  readonly state: OfferState;
  readonly expiresAt: Date;
}

interface LockedOffer {
  readonly offer: OfferRow;
  readonly pool: LockedPool;
  readonly pools: ReadonlyMap<PoolId, LockedPool>;
}

const FIND = 'SELECT holder_id AS holder, pool_id AS "poolId", party, state, expires_at AS "expiresAt" FROM offer WHERE id = $1';
const CLOSE = 'UPDATE offer SET state = $2, closed_at = statement_timestamp() WHERE id = $1';
const SAY_DECLINED = `UPDATE offer SET state = 'DECLINED' WHERE id = $1 AND state = 'WITHDRAWN'`;

/** Answers an offer. Whoever comes first, its holder or the sweep that ends it, is decided by the pool's lock. */
@Injectable()
export class AnswerOffer {
  constructor(private readonly clock: Clock, private readonly guards: PlacesGuards, private readonly line: Line) {}

  /** Takes the place and leaves what stands in the way, in one step; refused with what is not in `giveUp`. */
  async accept(tx: Tx, offerId: OfferId, request: AcceptRequest): Promise<OfferAccepted | OfferRefusal | ClashRefusal> {
    const alsoLeave = request.alsoLeave ?? [];
    const found = await this.lockOpen(tx, offerId, [...request.giveUp, ...alsoLeave]);
    if ('refused' in found) return found;
    const { offer, pool, pools } = found;
    const inTheWay = await clashesWith(tx, this.clock, offer.holder, pool.id, { offers: false });
    const staying = inTheWay.filter((item) => !pools.has(item.poolId));
    if (staying.length > 0 && request.override === undefined) return clash(staying);
    const freed = await this.leave(tx, offer.holder, [...inTheWay.map(({ poolId }) => poolId).filter((poolId) => pools.has(poolId)), ...alsoLeave]);
    const placeId = await insertPlace(tx, {
      conferenceId: pool.conferenceId, poolId: pool.id, holder: offer.holder, state: request.state, party: offer.party,
      expiresAt: null, offerId, overrideReason: request.override?.reason ?? null,
    });
    if (placeId === undefined) return clash(await clashesWith(tx, this.clock, offer.holder, pool.id, { offers: false }));
    await tx.query(CLOSE, [offerId, 'ACCEPTED']);
    for (const one of freed) await this.line.handOn(tx, one);
    return { holder: offer.holder, poolId: pool.id, kind: pool.kind, subjectId: pool.subjectId, placeId, gaveUp: freed.map(({ id }) => id) };
  }

  /** Lets the place go to the next. */
  async decline(tx: Tx, offerId: OfferId): Promise<OfferDeclined | OfferRefusal> {
    const found = await this.lockOpen(tx, offerId, []);
    if ('refused' in found) return found;
    const { offer, pool } = found;
    await tx.query(CLOSE, [offerId, 'DECLINED']);
    await this.line.handOn(tx, await count(tx, pool.id, { taken: -offer.party }));
    return { holder: offer.holder, poolId: pool.id, kind: pool.kind, subjectId: pool.subjectId };
  }

  private async lockOpen(tx: Tx, offerId: OfferId, others: readonly PoolId[]): Promise<LockedOffer | OfferRefusal> {
    const [seen] = await tx.query<OfferRow>(FIND, [offerId]);
    if (seen === undefined) return refuse('offer.unknown');
    await lockHolder(tx, seen.holder, this.guards.holderLock);
    const pools = await lockPools(tx, [seen.poolId, ...others]);
    const [offer] = await tx.query<OfferRow>(FIND, [offerId]);
    const pool = pools.get(seen.poolId);
    if (offer === undefined || pool === undefined) return refuse('offer.unknown');
    return await this.answerable(tx, offer) ?? { offer, pool, pools };
  }

  /** Why an offer can be answered no more; nothing while it can. Decides only where the caller has the pool's lock. */
  async answerable(tx: Tx, offer: Pick<OfferRow, 'state' | 'expiresAt'>): Promise<OfferRefusal | undefined> {
    if (offer.state === 'EXPIRED') return refuse('offer.expired', { expiresAt: offer.expiresAt });
    if (offer.state !== 'OPEN') return refuse('offer.unknown', { state: offer.state });
    return offer.expiresAt <= await lockedNow(tx, this.clock) ? refuse('offer.expired', { expiresAt: offer.expiresAt }) : undefined;
  }

  /** What was withdrawn by leaving everything was declined: its holder said so. */
  async sayDeclined(tx: Tx, offerId: OfferId): Promise<void> {
    await tx.query(SAY_DECLINED, [offerId]);
  }

  private async leave(tx: Tx, holder: RegistrationId, poolIds: readonly PoolId[]): Promise<LockedPool[]> {
    const freed: LockedPool[] = [];
    for (const poolId of [...new Set(poolIds)].sort()) {
      const party = await removePlace(tx, poolId, holder);
      if (party !== undefined) freed.push(await count(tx, poolId, { taken: -party }));
    }
    return freed;
  }
}
