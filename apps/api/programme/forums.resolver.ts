import type { Conference } from '#conferences';
import type { PoolFigures } from '#places';
import type { Forum, Session } from '#programme';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { mineBySubject, mineKey } from '../agenda/agenda.loaders.js';
import type { AgendaItemView } from '../agenda/agenda-item.view.js';
import { conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { placesByPool } from '../places/places.loaders.js';
import { besides } from './programme.loaders.js';

/** A forum is seen by the schema as its row is; what hangs from it is loaded. */
@Resolver('Forum')
export class ForumsResolver {
  @ResolveField('places')
  async places(@Parent() forum: Forum, @Context() { loaders }: RequestContext): Promise<PoolFigures | null> {
    return forum.admission === 'OPEN_DOORS' ? null : loaders.load(placesByPool, forum.poolId);
  }

  @ResolveField('sessions')
  sessions(@Parent() forum: Forum, @Context() { loaders }: RequestContext): Promise<readonly Session[]> {
    return loaders.load(besides(forum).sessionsOfForum, forum.id);
  }

  @ResolveField('startsAt')
  async startsAt(@Parent() forum: Forum, @Context() { loaders }: RequestContext): Promise<Date | null> {
    const [first] = await loaders.load(besides(forum).sessionsOfForum, forum.id);
    return first?.startsAt ?? null;
  }

  @ResolveField('endsAt')
  async endsAt(@Parent() forum: Forum, @Context() { loaders }: RequestContext): Promise<Date | null> {
    const ends = (await loaders.load(besides(forum).sessionsOfForum, forum.id)).map((session) => session.endsAt.getTime());
    return ends.length === 0 ? null : new Date(Math.max(...ends));
  }

  @ResolveField('mine')
  async mine(@Parent() forum: Forum, @Context() { actor, loaders }: RequestContext, @Args('registrationId') registrationId?: string | null): Promise<AgendaItemView | null> {
    return actor.accountId === null ? null : loaders.load(mineBySubject, mineKey(forum.id, registrationId));
  }

  @ResolveField('calendarPath')
  async calendarPath(@Parent() forum: Forum, @Context() { loaders }: RequestContext): Promise<string> {
    const conference: Conference | null = await loaders.load(conferenceById, forum.conferenceId);
    return `/feeds/${conference?.slug ?? forum.conferenceId}/forums/${forum.slug}.ics`;
  }
}
