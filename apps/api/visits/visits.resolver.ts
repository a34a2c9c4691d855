import { Conferences, maySeeConference } from '#conferences';
import type { Category } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Visits } from '#visits';
import type { Departure, Visit, VisitStop } from '#visits';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById, conferenceById } from '../conferences/conferences.loaders.js';
import { Public } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryVisitsArgs } from '../graphql/schema.gen.js';
import { departureById, departuresOfVisit, stopsOfVisit } from './visits.loaders.js';

/** What is read of visits; whatever hangs from a visit is loaded for all visits at once. */
@Resolver('Visit')
export class VisitsResolver {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly store: Visits) {}

  @Query('visits')
  @Public()
  async visits(@CurrentActor() actor: Actor, @Args() args: QueryVisitsArgs): Promise<Connection<Visit> | Refusal> {
    const conference = await this.conferences.bySlug(this.work.reader, args.conferenceSlug);
    if (conference === null || !maySeeConference(actor, conference)) return refuse('conference.unknown');
    const list = { conferenceId: conference.id, slug: args.slug ?? undefined };
    const page = await this.store.page(this.work.reader, list, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.store.count(this.work.reader, list), (row) => row);
  }

  @Query('departure')
  @Public()
  async departure(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('id') id: DepartureId): Promise<Departure | null> {
    const departure = await loaders.load(departureById, id);
    const conference = departure === null ? null : await loaders.load(conferenceById, departure.conferenceId);
    return conference !== null && maySeeConference(actor, conference) ? departure : null;
  }

  @ResolveField('stops')
  stops(@Parent() visit: Visit, @Context() { loaders }: RequestContext): Promise<readonly VisitStop[]> {
    return loaders.load(stopsOfVisit, visit.id);
  }

  @ResolveField('departures')
  departures(@Parent() visit: Visit, @Context() { loaders }: RequestContext): Promise<readonly Departure[]> {
    return loaders.load(departuresOfVisit, visit.id);
  }

  @ResolveField('categories')
  async categories(@Parent() visit: Visit, @Context() { loaders }: RequestContext): Promise<readonly Category[]> {
    return (await loaders.loadMany(categoryById, visit.categoryIds)).filter((category) => category !== null);
  }
}
