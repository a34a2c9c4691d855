import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { DepartureId, PlaceId, Refusal } from '#kernel';
import type { Released } from '#places';
import type { Tx } from '#platform';
import { BookingDesk } from './booking-desk.js';
import { bookingCancelled, departureBooked } from './facts.js';
import type { DepartureOfVisit, OfRegistration } from './visit-letters.js';

/** What a departure has to say when an offer of a seat on it is answered, and what follows; the answer itself is the agenda's. */
@Injectable()
export class DepartureOffers {
  constructor(private readonly desk: BookingDesk) {}

  /**
   * Whether the seat may still be accepted: the bus has not left, the site lets the delegate in, and there is no seat on another departure of the visit
   * but those in `giveUp` (departure ids).
   */
  async mayAccept(tx: Tx, departureId: DepartureId, of: OfRegistration, giveUp: readonly string[]): Promise<Refusal | undefined> {
    const found = await this.find(tx, departureId, of);
    const { departure } = found;
    return this.desk.mayChangeHands(departure) ?? await this.desk.mayGo(tx, of, found) ?? this.desk.sameVisit.refusal(tx, of.registration.id, departure, new Set(giveUp));
  }

  /** Departures of the same visit on which there is a seat: those in `giveUp` are left for this one though they are at another time. */
  async seatsToLeave(tx: Tx, departureId: DepartureId, of: OfRegistration): Promise<readonly { departureId: DepartureId; poolId: DepartureOfVisit['departure']['poolId'] }[]> {
    const { departure } = await this.find(tx, departureId, of);
    return (await this.desk.sameVisit.seats(tx, of.registration.id, departure)).map(({ id, poolId }) => ({ departureId: id, poolId }));
  }

  /** Departures of the same visit that have as many seats and would fit the agenda, earliest first; none where a seat would be the second. */
  async alternatives(tx: Tx, departureId: DepartureId, of: OfRegistration, party: number): Promise<readonly DepartureId[]> {
    const { departure } = await this.find(tx, departureId, of);
    return this.desk.sameVisit.alternatives(tx, of.registration.id, departure, { party, leaving: departure.poolId });
  }

  /** The seat was taken: its letter, and the fact. */
  async accepted(tx: Tx, departureId: DepartureId, of: OfRegistration, placeId: PlaceId): Promise<void> {
    const found = await this.find(tx, departureId, of);
    await this.desk.letters.booked(tx, await this.desk.letters.draft(tx, of, found), placeId);
    tx.record(departureBooked, { registrationId: of.registration.id, departureId, conferenceId: of.conference.id });
  }

  /** The departure was left: for something else that was offered, or because its offer was declined. */
  async gaveUp(tx: Tx, departureId: DepartureId, of: OfRegistration, was: Released): Promise<void> {
    const found = await this.find(tx, departureId, of);
    await this.desk.letters.cancelled(tx, await this.desk.letters.draft(tx, of, found), newId(), was);
    tx.record(bookingCancelled, { registrationId: of.registration.id, departureId, conferenceId: of.conference.id });
  }

  private async find(tx: Tx, departureId: DepartureId, of: OfRegistration): Promise<DepartureOfVisit> {
    const found = await this.desk.find(tx, departureId);
    if (found?.departure.conferenceId !== of.conference.id) throw new Error(`departure ${departureId} is not of conference ${of.conference.id}`);
    return found;
  }
}
