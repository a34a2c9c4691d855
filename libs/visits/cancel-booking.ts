import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isRefusal, newId, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Released } from '#places';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { bookingCancelled } from './facts.js';

export interface BookingToCancel {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
}

/** Cancels a seat, a turn in the line or an offer, until the bus leaves; what is freed is offered to the next in the same commit. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly places: Places, private readonly desk: BookingDesk,
  ) {}

  async run(actor: Actor, input: BookingToCancel): Promise<(BookingToCancel & { was: Released }) | Refusal> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(tx, input.departureId);
      const locked = await this.registrations.lockForVerb(tx, actor, input.registrationId);
      if (isRefusal(locked)) return locked;
      const { registration, conference } = locked;
      if (found?.departure.conferenceId !== conference.id) return refuse('departure.unknown');
      const left = this.desk.mayChangeHands(found.departure);
      if (left !== undefined) return left;
      const draft = await this.desk.letters.draft(tx, locked, found);
      const was = await this.places.release(tx, registration.id, found.departure.poolId);
      if (was === null) return refuse('departure.not-booked');
      await this.desk.letters.cancelled(tx, draft, newId(), was);
      tx.record(bookingCancelled, { registrationId: registration.id, departureId: found.departure.id, conferenceId: conference.id });
      return { registrationId: registration.id, departureId: found.departure.id, was };
    });
  }
}
