import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { PlaceId, PoolId, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { Departure } from './departure.entity.js';

interface HoldThatPassed {
  readonly placeId: PlaceId;
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
}

/** Writes to whoever held seats of a departure and did not confirm them in time. Holds of other pools are not ours. */
@Injectable()
export class TellHoldExpired {
  constructor(private readonly work: UnitOfWork, private readonly registrations: Registrations, private readonly conferences: Conferences, private readonly desk: BookingDesk) {}

  /** The place that was held is the letter's key: told twice, one letter goes. @returns whether there was somebody to tell */
  async run({ placeId, holder, poolId }: HoldThatPassed): Promise<boolean> {
    return this.work.run(async (tx) => {
      const departure = await tx.em.findOneBy(Departure, { poolId });
      const found = departure === null ? undefined : await this.desk.find(tx, departure.id);
      const registration = await this.registrations.byId(tx.em, holder);
      const conference = found === undefined ? null : await this.conferences.byId(tx.em, found.departure.conferenceId);
      if (found === undefined || registration === null || conference === null) return false;
      await this.desk.letters.holdExpired(tx, await this.desk.letters.draft(tx, { registration, conference }, found), placeId);
      return true;
    });
  }
}
