import { Injectable } from '@nestjs/common';
import { isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Tx } from '#platform';
import { BookingDesk } from './booking-desk.js';
import { departureBooked } from './facts.js';
import type { DepartureOfVisit, OfRegistration } from './visit-letters.js';

export interface SeatWish {
  /** People: the delegate and those brought along. They get seats together or not at all. */
  readonly party: number;
  /** Where no seat is left, whether to join the line. */
  readonly joinLine: boolean;
  /** Until when seats are only held; null: booked for good. */
  readonly heldUntil: Date | null;
}

export interface DepartureBooked {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
  readonly outcome: 'PLACE' | 'LINE';
}

/** Gives one locked registration seats of a departure or a turn in its line, with the letter; everything that may be booked comes by here. */
@Injectable()
export class TakeSeat {
  constructor(private readonly places: Places, private readonly desk: BookingDesk) {}

  async within(tx: Tx, of: OfRegistration, found: DepartureOfVisit, { party, joinLine, heldUntil }: SeatWish): Promise<DepartureBooked | Refusal> {
    const { departure } = found;
    const holder = of.registration.id;
    const closed = await this.desk.mayBook(tx, of, found);
    if (closed !== undefined) return closed;
    const second = await this.desk.sameVisit.refusal(tx, holder, departure);
    const asRead = await this.desk.letters.draft(tx, of, found);
    const taken = await this.places.take(tx, {
      holder, poolId: departure.poolId, party, joinLine, ...(heldUntil === null ? { state: 'CONFIRMED' } : { state: 'HELD', expiresAt: heldUntil }),
    });
    if (isRefusal(taken)) {
      if (taken.refused !== 'agenda.clash') return taken;
      return second ?? refuse('agenda.clash', { ...taken.data, alternatives: await this.desk.sameVisit.alternatives(tx, holder, departure, { party }) });
    }
    const draft = await this.desk.upToDate(tx, of, found, asRead);
    if (taken.outcome === 'LINE') {
      await this.desk.letters.waitlisted(tx, draft, taken.entryId, taken.position);
    } else if (second !== undefined) {
      return second;
    } else if (heldUntil !== null) {
      await this.desk.letters.held(tx, draft, taken.placeId, heldUntil);
    } else {
      await this.desk.letters.booked(tx, draft, taken.placeId);
      tx.record(departureBooked, { registrationId: holder, departureId: departure.id, conferenceId: departure.conferenceId });
    }
    return { registrationId: holder, departureId: departure.id, outcome: taken.outcome };
  }
}
