import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { hadBefore } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { TakeSeat } from './take-seat.js';
import type { DepartureBooked } from './take-seat.js';

export interface BookingRequest {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
  /** Where no seat is left, whether to join the line. */
  readonly joinLine: boolean;
}

/**
 * Books a departure for a confirmed registration: takes a seat or joins the line, in one commit with its letter. Refused:
 * outside its booking window, whom the site does not let in, what clashes with it (naming departures that would fit), a
 * second seat on the same visit. Booking what one has booked is no error: it stays, and no second letter goes. One may wait for another departure of a visit that one has a seat on.
 */
@Injectable()
export class BookDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly desk: BookingDesk, private readonly seat: TakeSeat,
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
    const booked = await this.seat.within(tx, locked, found, { party: 1, joinLine: input.joinLine, heldUntil: null });
    const before = isRefusal(booked) ? hadBefore(booked) : undefined;
    return before === undefined ? booked : { registrationId: locked.registration.id, departureId: found.departure.id, outcome: before };
  }
}
