import type { ConferenceId, OfferId, PlaceId, PoolId, Refusal, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswerOffer } from './answer-offer.js';
import type { Offer } from './entities.js';
import { GiveBack } from './give-back.js';
import { lockHolder, lockPool } from './locks.js';
import type {
  AcceptRequest, ClashRefusal, LineMove, NoPlacesRefusal, OfferAccepted, OfferDeclined, OfferRefusal, Override, PastStanding, PlaceHolder, Released, Standing, Taken, TakeRequest, Together,
} from './places.types.js';
import { Standings } from './standings.js';
import { SwapPlace } from './swap-place.js';
import type { SwapRefusal } from './swap-place.js';
import { TakePlace } from './take-place.js';
import type { TakeRefusal } from './take-place.js';
import { togetherIn, togetherOf } from './together.js';

/**
 * The one door to places of every kind. Each verb works in the caller's transaction and, unless it refuses, has the
 * pools it touched locked until the commit: keep what follows short, and call for several pools in the order of their ids.
 */
@Injectable()
export class Places {
  constructor(
    private readonly taking: TakePlace,
    private readonly giving: GiveBack,
    private readonly answering: AnswerOffer,
    private readonly swapping: SwapPlace,
    private readonly reading: Standings,
  ) {}

  /** To be called before a registration takes anything, and again when one that was gone comes back. */
  async openHolder(tx: Tx, registrationId: RegistrationId, conferenceId: ConferenceId): Promise<void> {
    await tx.query(
      'INSERT INTO holder (registration_id, conference_id) VALUES ($1, $2) ON CONFLICT (registration_id) DO UPDATE SET gone_at = NULL',
      [registrationId, conferenceId],
    );
  }

  /** Takes a place, or joins the line; refused where it clashes with what the registration has or is offered. */
  take(tx: Tx, request: TakeRequest): Promise<Taken | TakeRefusal> {
    return this.taking.take(tx, request);
  }

  /** The refusal that `take` would give now for want of places; asked without a lock before costlier work, it promises nothing. */
  outlook(tx: Tx, poolId: PoolId, wish: { readonly party?: number; readonly joinLine: boolean }): Promise<NoPlacesRefusal | undefined> {
    return this.taking.outlook(tx, poolId, wish);
  }

  /** What was held is now certain. @returns false where there is no place */
  async confirm(tx: Tx, holder: RegistrationId, poolId: PoolId): Promise<boolean> {
    await lockHolder(tx, holder);
    await lockPool(tx, poolId);
    const rows = await tx.query<{ id: PlaceId }>(
      `UPDATE place SET state = 'CONFIRMED', expires_at = NULL WHERE pool_id = $1 AND holder_id = $2 RETURNING id`, [poolId, holder]);
    return rows.length > 0;
  }

  /** Leaves a place, a turn or an offer; what is freed is offered to the next in the same transaction. */
  release(tx: Tx, holder: RegistrationId, poolId: PoolId): Promise<Released | null> {
    return this.giving.release(tx, holder, poolId);
  }

  /** Leaves everything, in the same transaction; the registration can hold nothing until `openHolder` is called again. */
  async releaseAll(tx: Tx, holder: RegistrationId): Promise<{ poolId: PoolId; was: Released }[]> {
    return (await this.giving.releaseAll(tx, holder)).map(({ poolId, was }) => ({ poolId, was }));
  }

  acceptOffer(tx: Tx, offerId: OfferId, request: AcceptRequest): Promise<OfferAccepted | OfferRefusal | ClashRefusal> {
    return this.answering.accept(tx, offerId, request);
  }

  declineOffer(tx: Tx, offerId: OfferId): Promise<OfferDeclined | OfferRefusal> {
    return this.answering.decline(tx, offerId);
  }

  /** Why an offer can be answered no more; looks without a lock. */
  answerable(tx: Tx, offer: Pick<Offer, 'state' | 'expiresAt'>): Promise<OfferRefusal | undefined> {
    return this.answering.answerable(tx, offer);
  }

  /** For a holder who declined by leaving everything (`releaseAll`), in the same transaction: the offer is kept as declined. */
  sayDeclined(tx: Tx, offerId: OfferId): Promise<void> {
    return this.answering.sayDeclined(tx, offerId);
  }

  /** Exchanges a place for one of another pool; never loses the old before the new is certain. */
  swap(tx: Tx, holder: RegistrationId, fromPool: PoolId, toPool: PoolId, options: { override?: Override } = {}): Promise<{ placeId: PlaceId } | SwapRefusal> {
    return this.swapping.swap(tx, holder, fromPool, toPool, options);
  }

  /** Staff move someone in a line, higher priority first; the reason stays with the turn. */
  moveInLine(tx: Tx, move: LineMove): Promise<void | Refusal<'places.not-waiting'>> {
    return this.taking.moveInLine(tx, move);
  }

  /** Of these pools, those of which a place would not clash with what a registration has and is offered; `besides` is left out of account. */
  wouldFit(em: EntityManager, holder: RegistrationId, poolIds: readonly PoolId[], besides: readonly PoolId[] = []): Promise<ReadonlySet<PoolId>> {
    return this.reading.wouldFit(em, holder, poolIds, besides);
  }

  /** What registrations hold at one time, because staff or a moved programme made it so. */
  together(em: EntityManager, holders: readonly RegistrationId[]): Promise<readonly Together[]> {
    return togetherOf(em, holders);
  }

  /** The same for everyone of a conference. */
  togetherIn(em: EntityManager, conferenceId: ConferenceId): Promise<readonly Together[]> {
    return togetherIn(em, conferenceId);
  }

  standings(em: EntityManager, holders: readonly RegistrationId[]): Promise<readonly Standing[]> {
    return this.reading.of(em, holders);
  }

  /** What registrations have given back. */
  past(em: EntityManager, holders: readonly RegistrationId[]): Promise<readonly PastStanding[]> {
    return this.reading.past(em, holders);
  }

  holdersOf(em: EntityManager, poolIds: readonly PoolId[]): Promise<readonly PlaceHolder[]> {
    return this.reading.holdersOf(em, poolIds);
  }
}
