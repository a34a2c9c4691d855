import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { touchConference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, refuse, wallDate } from '#kernel';
import type { DepartureId, LocalizedText, Refusal, RegistrationId } from '#kernel';
import { Pools } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { DepartureDesk } from './departure-desk.js';
import type { DepartureToEdit } from './departure-desk.js';
import { busyOf, departureColumns } from './departure-columns.js';
import { DepartureLeg } from './departure-leg.entity.js';
import { DepartureNotices, whereaboutsOf } from './departure-notices.js';
import { daysOutside, legRows, vehicleRows } from './departure-parts.rules.js';
import type { LegInput, VehicleInput } from './departure-parts.rules.js';
import { DepartureVehicle } from './departure-vehicle.entity.js';
import { Departure } from './departure.entity.js';
import { departureProblems, departureTimes } from './departure.rules.js';
import type { DepartureTimes, TimesInput } from './departure.rules.js';

/** What is to be changed; absent parts stay as they were. Seats are changed by their pool, a minimum is not changed any more. */
export interface DepartureChanges extends Omit<TimesInput, 'minimum' | 'minimumBy'> {
  readonly id: DepartureId;
  /** The version that the editor saw. */
  readonly version: number;
  readonly meetingPoint?: LocalizedText | null | undefined;
  readonly site?: string | null | undefined;
  readonly vehicle?: string | null | undefined;
  readonly vehicles?: readonly VehicleInput[] | null | undefined;
  readonly guideName?: string | null | undefined;
  readonly guideLanguages?: readonly string[] | null | undefined;
  readonly legs?: readonly LegInput[] | null | undefined;
}

export interface DepartureChanged {
  readonly departureId: DepartureId;
  /** Registrations whose agendas overlap since; they are told so. */
  readonly clashing: readonly RegistrationId[];
}

/**
 * Changes a departure. Where its time, meeting point or vehicle is another, everybody who is booked, offered a seat or in
 * line is told, with a link to other departures; who is at two places since keeps both, is told so, and is named here.
 */
@Injectable()
export class ChangeDeparture {
  constructor(
    private readonly work: UnitOfWork, private readonly desk: DepartureDesk, private readonly notices: DepartureNotices,
    private readonly pools: Pools, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: DepartureChanges): Promise<DepartureChanged | Refusal> {
    return this.work.run(async (tx) => {
      const found = await this.desk.lock(tx, actor, input.id);
      if (isRefusal(found)) return found;
      const { departure } = found;
      if (input.version !== departure.version) return refuse('departure.changed-meanwhile', { version: departure.version, changedAt: departure.changedAt });
      const times = await this.check(tx, found, input);
      return isRefusal(times) ? times : this.within(tx, actor, departure, input, times);
    });
  }

  private async check(tx: Tx, { departure, conference }: DepartureToEdit, input: DepartureChanges): Promise<DepartureTimes | Refusal> {
    const times = departureTimes(input, conference.timeZone, departure);
    const size = (await this.pools.figures(tx.em, [departure.poolId])).get(departure.poolId)?.size ?? 0;
    const problems = [...('startsAt' in times ? [] : times), ...departureProblems({ ...merged(departure, input), minimum: null, legs: input.legs }, size)];
    if (!('startsAt' in times) || problems.length > 0) return invalid(problems);
    if (times.startsAt <= this.clock.now()) return invalid([{ path: 'startsAt', code: 'time.past' }]);
    const legs = input.legs ?? await tx.em.find(DepartureLeg, { where: { departureId: departure.id }, order: { position: 'ASC' } });
    const outside = daysOutside(legs, wallDate(times.startsAt, conference.timeZone), wallDate(times.endsAt, conference.timeZone));
    return outside.length > 0 ? invalid(outside) : times;
  }

  private async within(tx: Tx, actor: Actor, before: Departure, input: DepartureChanges, times: DepartureTimes): Promise<DepartureChanged> {
    const columns = { ...departureColumns(merged(before, input)), minimum: before.minimum };
    const after = tx.em.create(Departure, { ...before, ...times, ...columns, version: before.version + 1, changedAt: this.clock.now() });
    const moved = !isDeepStrictEqual(busyOf(after), busyOf(before));
    const { clashing } = moved ? await this.pools.setBusy(tx, before.poolId, [busyOf(after)], times.startsAt) : { clashing: [] };
    await tx.em.save(Departure, after);
    const whose = { departureId: before.id, conferenceId: before.conferenceId };
    if (input.vehicles != null) {
      await tx.em.delete(DepartureVehicle, { departureId: before.id });
      await tx.em.insert(DepartureVehicle, vehicleRows(input.vehicles, whose));
    }
    if (input.legs != null) {
      await tx.em.delete(DepartureLeg, { departureId: before.id });
      await tx.em.insert(DepartureLeg, legRows(input.legs, whose));
    }
    if (!isDeepStrictEqual(whereaboutsOf(before), whereaboutsOf(after))) {
      await this.notices.write(tx, after, {
        kind: 'CHANGED', reason: null, before: whereaboutsOf(before), after: whereaboutsOf(after), turns: await this.notices.everyone(tx, before), clashing,
      });
    }
    await this.audit.write(tx, { actor, action: 'visits.departure-changed', subjectKind: 'departure', subjectId: before.id, conferenceId: before.conferenceId, data: { moved, clashing: clashing.length } });
    await touchConference(tx, before.conferenceId);
    return { departureId: before.id, clashing };
  }
}

/** Vehicles that are listed anew are said anew, unless words were given. */
function merged(departure: Departure, input: DepartureChanges) {
  return {
    meetingPoint: input.meetingPoint ?? departure.meetingPoint,
    site: input.site === undefined ? departure.site : input.site,
    vehicle: input.vehicle ?? (input.vehicles == null ? departure.vehicle : null),
    vehicles: input.vehicles,
    guideName: input.guideName === undefined ? departure.guideName : input.guideName,
    guideLanguages: input.guideLanguages ?? departure.guideLanguages,
  };
}
