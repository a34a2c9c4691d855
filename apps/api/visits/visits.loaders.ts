import type { DepartureId, RegistrationId, VisitId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import type { Registration } from '#registration';
import { Visits } from '#visits';
import type { Departure, DepartureLeg, DepartureVehicle, Visit, VisitStop } from '#visits';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const visitById = defineLoader<VisitId, Visit | null>('visitById', () => null);
/** In the order of the route. */
export const stopsOfVisit = defineLoader<VisitId, readonly VisitStop[]>('stopsOfVisit', () => []);
/** Earliest first. */
export const departuresOfVisit = defineLoader<VisitId, readonly Departure[]>('departuresOfVisit', () => []);
export const departureById = defineLoader<DepartureId, Departure | null>('departureById', () => null);
/** In the order in which they are filled. */
export const vehiclesOfDeparture = defineLoader<DepartureId, readonly DepartureVehicle[]>('vehiclesOfDeparture', () => []);
/** Day by day. */
export const legsOfDeparture = defineLoader<DepartureId, readonly DepartureLeg[]>('legsOfDeparture', () => []);
/** Whose a booking is; only who may see bookings comes to ask. */
export const registrationOfBooking = defineLoader<RegistrationId, Registration | null>('registrationOfBooking', () => null);

/** Reads visits, many at once. */
@Injectable()
export class VisitsLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, visits: Visits, registrations: Registrations) {
    const em = work.reader;
    registry.serve(visitById, async (ids) => mapById(await visits.byIds(em, ids)));
    registry.serve(stopsOfVisit, async (ids) => Map.groupBy(await visits.stopsOf(em, ids), (stop) => stop.visitId));
    registry.serve(departuresOfVisit, async (ids) => Map.groupBy(await visits.departuresOf(em, ids), (departure) => departure.visitId));
    registry.serve(departureById, async (ids) => mapById(await visits.departures(em, ids)));
    registry.serve(vehiclesOfDeparture, async (ids) => Map.groupBy(await visits.vehiclesOf(em, ids), (vehicle) => vehicle.departureId));
    registry.serve(legsOfDeparture, async (ids) => Map.groupBy(await visits.legsOf(em, ids), (leg) => leg.departureId));
    registry.serve(registrationOfBooking, async (ids) => mapById(await registrations.byIds(em, ids)));
  }
}
