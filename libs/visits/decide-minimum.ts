import { Injectable } from '@nestjs/common';
import { Audit, systemActor } from '#identity';
import { Clock } from '#kernel';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { CancelDeparture } from './cancel-departure.js';
import { DepartureNotices } from './departure-notices.js';
import { Departure } from './departure.entity.js';

const DUE = "SELECT id FROM departure WHERE state = 'PLANNED' AND minimum_by <= $1 ORDER BY minimum_by, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED";

/**
 * Decides departures that need a minimum when their day of decision has come: enough are booked, and they are told that it
 * takes place; or it is cancelled. The state is what makes it once, so several workers may ask at once, and a worker that
 * was down decides late; what has left meanwhile is left alone.
 */
@Injectable()
export class DecideMinimum {
  constructor(
    private readonly work: UnitOfWork, private readonly places: Places, private readonly cancelling: CancelDeparture,
    private readonly notices: DepartureNotices, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  /** @returns how many were decided */
  async run(): Promise<number> {
    for (let decided = 0; ; decided += 1) {
      const found = await this.work.run(async (tx) => {
        const [due] = await tx.query<Pick<Departure, 'id'>>(DUE, [this.clock.now()]);
        if (due === undefined) return false;
        await this.decide(tx, await tx.em.findOneByOrFail(Departure, { id: due.id }));
        return true;
      });
      if (!found) return decided;
    }
  }

  private async decide(tx: Tx, departure: Departure): Promise<void> {
    const hasLeft = departure.startsAt <= this.clock.now();
    const people = (await this.places.holdersOf(tx.em, [departure.poolId])).filter(({ state }) => state === 'CONFIRMED').reduce((sum, { party }) => sum + party, 0);
    if (!hasLeft && people < (departure.minimum ?? 0)) {
      await this.cancelling.within(tx, systemActor, departure, null);
      return;
    }
    await tx.em.update(Departure, { id: departure.id }, { state: 'CERTAIN', changedAt: this.clock.now() });
    await this.audit.write(tx, {
      actor: systemActor, action: 'visits.departure-certain', subjectKind: 'departure', subjectId: departure.id, conferenceId: departure.conferenceId, data: { people },
    });
    if (hasLeft) return;
    const booked = (await this.notices.everyone(tx, departure)).filter(({ state }) => state === 'CONFIRMED' || state === 'HELD');
    await this.notices.write(tx, departure, { kind: 'CERTAIN', reason: null, before: null, after: null, turns: booked });
  }
}
