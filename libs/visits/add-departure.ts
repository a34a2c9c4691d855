import { Injectable } from '@nestjs/common';
import { Conferences, touchConference } from '#conferences';
import type { Conference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, newId, refuse, wallDate } from '#kernel';
import type { DepartureId, Refusal, VisitId } from '#kernel';
import { Pools } from '#places';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Departure } from './departure.entity.js';
import { DepartureLeg } from './departure-leg.entity.js';
import { daysOutside, legRows, vehicleRows } from './departure-parts.rules.js';
import { DepartureVehicle } from './departure-vehicle.entity.js';
import { departureProblems, departureTimes, seatsProblems } from './departure.rules.js';
import type { DepartureInput, DepartureTimes, TimesInput } from './departure.rules.js';
import { busyOf, departureColumns } from './departure-columns.js';
import { Visit } from './visit.entity.js';
import { conferenceToEdit } from './visits.policy.js';

export interface NewDeparture extends DepartureInput, TimesInput {
  readonly visitId: VisitId;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  /** 0 no line, null without limit. */
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
}

/**
 * Adds a dated run to a visit, with a pool of seats of its own that occupies its holders from leaving to being back: on a
 * tour of many days the nights too, since they are spent on the way.
 */
@Injectable()
export class AddDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly pools: Pools, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewDeparture, key?: string): Promise<{ departureId: DepartureId } | Refusal> {
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'addDeparture', key, arguments: input }, async () => {
      const visit = isId(input.visitId) ? await tx.em.findOneBy(Visit, { id: input.visitId }) : null;
      if (visit === null) return refuse('visit.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, visit.conferenceId);
      if (isRefusal(conference)) return conference;
      const times = departureTimes(input, conference.timeZone);
      const problems = [...('startsAt' in times ? [] : times), ...departureProblems(input, input.capacity), ...seatsProblems(input)];
      if (!('startsAt' in times) || problems.length > 0) return invalid(problems);
      const outside = daysOutside(input.legs ?? [], wallDate(times.startsAt, conference.timeZone), wallDate(times.endsAt, conference.timeZone));
      return outside.length > 0 ? invalid(outside) : this.within(tx, actor, conference, input, times);
    }));
  }

  private async within(tx: Tx, actor: Actor, conference: Conference, input: NewDeparture, times: DepartureTimes): Promise<{ departureId: DepartureId }> {
    const departureId: DepartureId = newId();
    const whose = { departureId, conferenceId: conference.id };
    const poolId = await this.pools.create(tx, {
      conferenceId: conference.id, kind: 'DEPARTURE', subjectId: departureId, size: input.capacity,
      waitlistLimit: input.waitlistLimit ?? null, offerMinutes: input.offerMinutes,
    });
    const columns = departureColumns(input);
    await this.pools.setBusy(tx, poolId, [busyOf({ id: departureId, ...times, ...columns })], times.startsAt);
    const now = this.clock.now();
    await tx.em.insert(Departure, {
      id: departureId, conferenceId: conference.id, visitId: input.visitId, ...times, ...columns,
      state: input.minimum == null ? 'CERTAIN' : 'PLANNED', cancelReason: null, poolId, version: 1, createdAt: now, changedAt: now,
    });
    await tx.em.insert(DepartureVehicle, vehicleRows(input.vehicles ?? [], whose));
    await tx.em.insert(DepartureLeg, legRows(input.legs ?? [], whose));
    await this.audit.write(tx, { actor, action: 'visits.departure-added', subjectKind: 'departure', subjectId: departureId, conferenceId: conference.id });
    await touchConference(tx, conference.id);
    return { departureId };
  }
}
