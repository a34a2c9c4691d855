import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { Clock } from '#kernel';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { DepartureNotice } from './departure-notice.entity.js';
import type { DepartureNoticeId, DepartureTold } from './departure-notice.entity.js';
import { tellDepartureNotice } from './jobs.js';
import type { DepartureOfVisit } from './visit-letters.js';

const BATCH = 100;
const NEXT = `
  SELECT id, registration_id AS "registrationId", was, party, clashes FROM departure_told
  WHERE notice_id = $1 AND told_at IS NULL ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
const DONE = 'UPDATE departure_told SET told_at = $2 WHERE id = ANY($1::uuid[])';

type Told = Pick<DepartureTold, 'id' | 'registrationId' | 'was' | 'party' | 'clashes'>;

/**
 * Writes the letters of a notice. A batch is one commit with the marks of who was told and the job for the rest, so that
 * nobody is told twice or left out, whenever a worker dies. Who has left since a change is not written to.
 */
@Injectable()
export class TellNotice {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly registrations: Registrations,
    private readonly places: Places, private readonly desk: BookingDesk, private readonly clock: Clock,
  ) {}

  /** @returns how many letters this batch wrote */
  async run(noticeId: DepartureNoticeId): Promise<number> {
    return this.work.run(async (tx) => {
      const batch = await tx.query<Told>(NEXT, [noticeId]);
      if (batch.length === 0) return 0;
      const notice = await tx.em.findOneByOrFail(DepartureNotice, { id: noticeId });
      const found = await this.desk.find(tx, notice.departureId);
      const conference = await this.conferences.byId(tx.em, notice.conferenceId);
      if (found === undefined || conference === null) throw new Error(`notice ${noticeId} is about nothing`);
      const concerned = notice.kind === 'CANCELLED' ? batch : await this.stillThere(tx, batch, found);
      await this.write(tx, notice, concerned, found, conference);
      await tx.query(DONE, [batch.map(({ id }) => id), this.clock.now()]);
      if (batch.length === BATCH) tx.enqueue(tellDepartureNotice, { noticeId });
      return concerned.length;
    });
  }

  private async stillThere(tx: Tx, batch: readonly Told[], { departure }: DepartureOfVisit): Promise<readonly Told[]> {
    const standings = await this.places.standings(tx.em, batch.map(({ registrationId }) => registrationId));
    const there = new Set(standings.filter(({ poolId }) => poolId === departure.poolId).map(({ holder }) => holder));
    return batch.filter(({ registrationId }) => there.has(registrationId));
  }

  private async write(tx: Tx, notice: DepartureNotice, batch: readonly Told[], found: DepartureOfVisit, conference: Conference): Promise<void> {
    const registrations = new Map((await this.registrations.byIds(tx.em, batch.map(({ registrationId }) => registrationId))).map((one) => [one.id, one]));
    for (const told of batch) {
      const registration = registrations.get(told.registrationId);
      if (registration !== undefined) await this.desk.letters.notice(tx, await this.desk.letters.draft(tx, { registration, conference }, found), notice, told);
    }
  }
}
