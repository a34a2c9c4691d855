import type { DepartureId, ForumId, PlaceId, PoolId, Refusal } from '#kernel';
import type { Pool, Released } from '#places';
import type { Tx } from '#platform';
import { ForumOffers } from '#programme';
import type { LockedRegistration } from '#registration';
import { DepartureOffers } from '#visits';
import { Injectable } from '@nestjs/common';

type Timed = Pick<Pool, 'kind' | 'subjectId'>;

/** Asks the room that a pool belongs to what it has to say about an offer, and lets it write its letters. */
@Injectable()
export class OfferRooms {
  constructor(private readonly forums: ForumOffers, private readonly departures: DepartureOffers) {}

  mayAccept(tx: Tx, { kind, subjectId }: Timed, of: LockedRegistration, giveUp: readonly string[]): Promise<Refusal | undefined> {
    return kind === 'DEPARTURE'
      ? this.departures.mayAccept(tx, subjectId as DepartureId, of, giveUp)
      : this.forums.mayAccept(tx, subjectId as ForumId, of);
  }

  /** Pools that are left with it although they are at another time, of those in `giveUp`. */
  async alsoLeave(tx: Tx, { kind, subjectId }: Timed, of: LockedRegistration, giveUp: readonly string[]): Promise<readonly PoolId[]> {
    if (kind !== 'DEPARTURE' || giveUp.length === 0) return [];
    const seats = await this.departures.seatsToLeave(tx, subjectId as DepartureId, of);
    return seats.filter(({ departureId }) => giveUp.includes(departureId)).map(({ poolId }) => poolId);
  }

  /** What would fit instead of a departure that clashes; of forums there is only one each. */
  async alternatives(tx: Tx, { kind, subjectId }: Timed, of: LockedRegistration, party: number): Promise<readonly DepartureId[]> {
    return kind === 'DEPARTURE' ? this.departures.alternatives(tx, subjectId as DepartureId, of, party) : [];
  }

  accepted(tx: Tx, { kind, subjectId }: Timed, of: LockedRegistration, placeId: PlaceId): Promise<void> {
    return kind === 'DEPARTURE'
      ? this.departures.accepted(tx, subjectId as DepartureId, of, placeId)
      : this.forums.accepted(tx, subjectId as ForumId, of, placeId);
  }

  gaveUp(tx: Tx, { kind, subjectId }: Timed, of: LockedRegistration, was: Released): Promise<void> {
    return kind === 'DEPARTURE'
      ? this.departures.gaveUp(tx, subjectId as DepartureId, of, was)
      : this.forums.gaveUp(tx, subjectId as ForumId, of, was);
  }
}
