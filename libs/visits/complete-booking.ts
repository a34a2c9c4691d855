import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { isCalendarDay } from './calendar-day.js';
import type { BookingToCancel } from './cancel-booking.js';
import { Companions } from './companions.js';
import type { CompanionInput } from './companions.js';
import { identityDue } from './eligibility.rules.js';
import { Visitor } from './visitor.entity.js';

export interface BookingToComplete {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
  /** The delegate's own date of birth, ISO 8601; as it was where absent. */
  readonly bornOn?: string | null | undefined;
  /** All who come along, in place of those named before; as they were where absent. Whoever is not listed stays nameless. */
  readonly companions?: readonly CompanionInput[] | null | undefined;
}

/**
 * Gives what was not known when a party was booked by number: who comes along, and the delegate's date of birth. Until the
 * site needs it; staff until the bus leaves. Refused: more names than seats (`visit.too-many-companions`), whom the site does
 * not let in, too late (`visit.identity-closed`), nothing booked (`departure.not-booked`).
 */
@Injectable()
export class CompleteBooking {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations, private readonly places: Places,
    private readonly desk: BookingDesk, private readonly companions: Companions, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: BookingToComplete): Promise<BookingToCancel | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  private async within(tx: Tx, actor: Actor, { registrationId, departureId, bornOn, companions }: BookingToComplete): Promise<BookingToCancel | Refusal> {
    const found = await this.desk.find(tx, departureId);
    const locked = await this.registrations.lockForVerb(tx, actor, registrationId);
    if (isRefusal(locked)) return locked;
    if (found?.departure.conferenceId !== locked.conference.id) return refuse('departure.unknown');
    if (bornOn != null && !isCalendarDay(bornOn)) return invalid([{ path: 'bornOn', code: 'date-malformed' }]);
    const standing = (await this.places.standings(tx.em, [locked.registration.id])).find(({ poolId }) => poolId === found.departure.poolId);
    if (standing === undefined) return refuse('departure.not-booked');
    const due = locked.byStaff ? found.departure.startsAt : identityDue(found.visit, found.departure);
    if (this.clock.now() >= due) return refuse('visit.identity-closed', { due });
    if (companions != null) {
      if (companions.length > standing.party - 1) return refuse('visit.too-many-companions', { most: standing.party - 1 });
      const known = await this.companions.check(companions, found, locked.conference);
      if (isRefusal(known)) return known;
      await this.companions.replace(tx, registrationId, found, known);
    }
    if (bornOn != null) await tx.em.upsert(Visitor, { registrationId, conferenceId: locked.conference.id, bornOn }, ['registrationId']);
    return { registrationId, departureId };
  }
}
