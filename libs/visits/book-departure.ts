import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { departureBooked } from './facts.js';

export interface BookingRequest {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
  /** Where no seat is left, whether to join the line. */
  readonly joinLine: boolean;
}

export interface DepartureBooked {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
  readonly outcome: 'PLACE' | 'LINE';
}

/**
 * Books a departure for a confirmed registration: takes a seat or joins the line, in one commit with its letter. Refused:
 * after its deadline, what clashes with it (naming departures that would fit), a second seat on the same visit. One may
 * wait for another departure of a visit that one has a seat on.
 */
@Injectable()
export class BookDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly places: Places, private readonly desk: BookingDesk,
  ) {}

  async run(actor: Actor, input: BookingRequest, key?: string): Promise<DepartureBooked | Refusal> {
    const request = { principal: actor.principal, operation: 'bookDeparture', key, arguments: input };
    return this.work.run((tx) => once(tx, request, () => this.within(tx, actor, input)));
  }

  /** Within a transaction of the caller's. */
  async within(tx: Tx, actor: Actor, input: BookingRequest): Promise<DepartureBooked | Refusal> {
    const found = await this.desk.find(tx, input.departureId);
    const locked = await this.registrations.lockForVerb(tx, actor, input.registrationId);
    if (isRefusal(locked)) return locked;
    if (found?.departure.conferenceId !== locked.conference.id) return refuse('departure.unknown');
    const { departure } = found;
    const closed = this.desk.mayBook(departure);
    if (closed !== undefined) return closed;
    const holder = locked.registration.id;
    const second = await this.desk.sameVisit.refusal(tx, holder, departure);
    const draft = await this.desk.letters.draft(tx, locked, found);
    const taken = await this.places.take(tx, { holder, poolId: departure.poolId, state: 'CONFIRMED', joinLine: input.joinLine });
    if (isRefusal(taken)) {
      if (taken.refused !== 'agenda.clash') return taken;
      return second ?? refuse('agenda.clash', { ...taken.data, alternatives: await this.desk.sameVisit.alternatives(tx, holder, departure) });
    }
    if (taken.outcome === 'LINE') {
      await this.desk.letters.waitlisted(tx, draft, taken.entryId, taken.position);
    } else {
      if (second !== undefined) return second;
      await this.desk.letters.booked(tx, draft, taken.placeId);
      tx.record(departureBooked, { registrationId: holder, departureId: departure.id, conferenceId: departure.conferenceId });
    }
    return { registrationId: holder, departureId: departure.id, outcome: taken.outcome };
  }
}
