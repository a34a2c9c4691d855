import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { isRefusal, newId, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import type { BookingToCancel } from './cancel-booking.js';
import { departureBooked } from './facts.js';

/** Makes a held booking certain, until the hold ends. Confirming twice is confirming once. */
@Injectable()
export class ConfirmBooking {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations,
    private readonly places: Places, private readonly desk: BookingDesk,
  ) {}

  async run(actor: Actor, input: BookingToCancel): Promise<BookingToCancel | Refusal> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(tx, input.departureId);
      const locked = await this.registrations.lockForVerb(tx, actor, input.registrationId);
      if (isRefusal(locked)) return locked;
      if (found?.departure.conferenceId !== locked.conference.id) return refuse('departure.unknown');
      const holder = locked.registration.id;
      const standing = (await this.places.standings(tx.em, [holder])).find(({ poolId }) => poolId === found.departure.poolId);
      const answer = { registrationId: holder, departureId: found.departure.id };
      if (standing?.state === 'CONFIRMED') return answer;
      const isLate = standing?.expiresAt != null && standing.expiresAt <= this.desk.clock.now();
      if (standing?.state !== 'HELD' || isLate || !await this.places.confirm(tx, holder, found.departure.poolId)) return refuse('departure.not-held');
      await this.desk.letters.booked(tx, await this.desk.letters.draft(tx, locked, found), newId());
      tx.record(departureBooked, { ...answer, conferenceId: locked.conference.id });
      return answer;
    });
  }
}
