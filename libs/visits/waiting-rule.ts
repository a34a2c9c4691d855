import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { DepartureId, RegistrationId } from '#kernel';
import { Waiters } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';

/** Tells places who of those who wait for a departure the site would not let in, so that they are skipped when it is their turn. */
@Injectable()
export class WaitingRule {
  constructor(waiters: Waiters, private readonly desk: BookingDesk, private readonly registrations: Registrations, private readonly conferences: Conferences) {
    waiters.addRule('DEPARTURE', (tx, departureId, holders) => this.notLetIn(tx, departureId as DepartureId, holders));
  }

  private async notLetIn(tx: Tx, departureId: DepartureId, holders: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, string>> {
    const found = await this.desk.find(tx, departureId);
    const conference = found === undefined ? null : await this.conferences.byId(tx.em, found.departure.conferenceId);
    if (found === undefined || conference === null) return new Map();
    const reasons = new Map<RegistrationId, string>();
    for (const registration of await this.registrations.byIds(tx.em, holders)) {
      const refused = await this.desk.mayGo(tx, { registration, conference }, found);
      if (refused !== undefined) reasons.set(registration.id, refused.refused);
    }
    return reasons;
  }
}
