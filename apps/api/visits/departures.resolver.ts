import { Clock } from '#kernel';
import type { PoolFigures } from '#places';
import { identityDue, isBookable } from '#visits';
import type { Departure, DepartureLeg, DepartureVehicle, Visit } from '#visits';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { mineBySubject, mineKey } from '../agenda/agenda.loaders.js';
import type { AgendaItemView } from '../agenda/agenda-item.view.js';
import { conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { placesByPool } from '../places/places.loaders.js';
import { legsOfDeparture, vehiclesOfDeparture, visitById } from './visits.loaders.js';

/** A departure is seen by the schema as its row is; what hangs from it is loaded. */
@Resolver('Departure')
export class DeparturesResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField('visit')
  visit(@Parent() departure: Departure, @Context() { loaders }: RequestContext): Promise<Visit | null> {
    return loaders.load(visitById, departure.visitId);
  }

  @ResolveField('places')
  places(@Parent() departure: Departure, @Context() { loaders }: RequestContext): Promise<PoolFigures | null> {
    return loaders.load(placesByPool, departure.poolId);
  }

  @ResolveField('vehicles')
  vehicles(@Parent() departure: Departure, @Context() { loaders }: RequestContext): Promise<readonly DepartureVehicle[]> {
    return loaders.load(vehiclesOfDeparture, departure.id);
  }

  @ResolveField('legs')
  legs(@Parent() departure: Departure, @Context() { loaders }: RequestContext): Promise<readonly DepartureLeg[]> {
    return loaders.load(legsOfDeparture, departure.id);
  }

  @ResolveField('identityDue')
  async identityDue(@Parent() departure: Departure, @Context() { loaders }: RequestContext): Promise<Date | null> {
    const visit = await loaders.load(visitById, departure.visitId);
    return visit === null || visit.identityNeeds.length === 0 ? null : identityDue(visit, departure);
  }

  @ResolveField('isBookable')
  async isBookable(@Parent() departure: Departure, @Context() { loaders }: RequestContext): Promise<boolean> {
    const conference = await loaders.load(conferenceById, departure.conferenceId);
    return conference?.state !== 'ARCHIVED' && isBookable(departure, this.clock.now());
  }

  @ResolveField('mine')
  async mine(@Parent() departure: Departure, @Context() { actor, loaders }: RequestContext, @Args('registrationId') registrationId?: string | null): Promise<AgendaItemView | null> {
    return actor.accountId === null ? null : loaders.load(mineBySubject, mineKey(departure.id, registrationId));
  }
}
