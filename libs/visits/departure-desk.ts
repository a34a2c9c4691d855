import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isId, isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { Departure } from './departure.entity.js';
import { conferenceToEdit } from './visits.policy.js';

export interface DepartureToEdit {
  readonly departure: Departure;
  readonly conference: Conference;
}

/** Where organisers change departures: the row is locked, they may, and it has neither left nor been cancelled. */
@Injectable()
export class DepartureDesk {
  constructor(private readonly conferences: Conferences, private readonly clock: Clock) {}

  async lock(tx: Tx, actor: Actor, id: DepartureId): Promise<DepartureToEdit | Refusal> {
    const departure = isId(id) ? await tx.em.findOne(Departure, { where: { id }, lock: { mode: 'for_no_key_update' } }) : null;
    if (departure === null) return refuse('departure.unknown');
    const conference = await conferenceToEdit(this.conferences, tx, actor, departure.conferenceId);
    if (isRefusal(conference)) return conference;
    if (departure.state === 'CANCELLED') return refuse('departure.cancelled');
    if (departure.startsAt <= this.clock.now()) return refuse('departure.left', { startsAt: departure.startsAt });
    return { departure, conference };
  }
}
