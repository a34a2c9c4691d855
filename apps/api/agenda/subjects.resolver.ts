import type { CategoryId, DepartureId, ForumId, LocalizedText } from '#kernel';
import type { Forum } from '#programme';
import { placeText } from '#programme';
import type { Departure } from '#visits';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById } from '../conferences/conferences.loaders.js';
import type { Loaders } from '../graphql/loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { forumById, roomById, sessionsOfForum, venueById } from '../programme/programme.loaders.js';
import { departureById, visitById } from '../visits/visits.loaders.js';
import type { AgendaItemView, OfferView, SubjectView } from './agenda-item.view.js';

/** What an agenda item reads from the forum or departure that it is about. */
@Resolver('AgendaItem')
export class AgendaItemsResolver {
  @ResolveField('title')
  title(@Parent() { of }: AgendaItemView, @Context() { loaders }: RequestContext): Promise<LocalizedText> {
    return titleOf(loaders, of);
  }

  @ResolveField('place')
  async place(@Parent() { of }: AgendaItemView, @Context() { loaders }: RequestContext): Promise<LocalizedText | null> {
    return of.kind === 'DEPARTURE' ? ((await loaders.load(departureById, of.subjectId as DepartureId))?.meetingPoint ?? null) : placeOfForum(loaders, of.subjectId as ForumId);
  }

  @ResolveField('forum')
  async forum(@Parent() { of }: AgendaItemView, @Context() { loaders }: RequestContext): Promise<Forum | null> {
    return of.kind === 'FORUM' ? loaders.load(forumById, of.subjectId as ForumId) : null;
  }

  @ResolveField('departure')
  async departure(@Parent() { of }: AgendaItemView, @Context() { loaders }: RequestContext): Promise<Departure | null> {
    return of.kind === 'DEPARTURE' ? loaders.load(departureById, of.subjectId as DepartureId) : null;
  }
}

/** What an offer reads from what is offered. */
@Resolver('Offer')
export class OffersResolver {
  @ResolveField('title')
  title(@Parent() { of }: OfferView, @Context() { loaders }: RequestContext): Promise<LocalizedText> {
    return titleOf(loaders, of);
  }
}

/** The title of a category, forum or visit; empty where it is no more. */
export async function titleOf(loaders: Loaders, { kind, subjectId }: SubjectView): Promise<LocalizedText> {
  switch (kind) {
    case 'CATEGORY': return (await loaders.load(categoryById, subjectId as CategoryId))?.title ?? {};
    case 'FORUM': return (await loaders.load(forumById, subjectId as ForumId))?.title ?? {};
    case 'DEPARTURE': {
      const departure = await loaders.load(departureById, subjectId as DepartureId);
      return departure === null ? {} : ((await loaders.load(visitById, departure.visitId))?.title ?? {});
    }
  }
}

/** Where a forum begins: room and venue of its first session. */
async function placeOfForum(loaders: Loaders, forumId: ForumId): Promise<LocalizedText | null> {
  const [first] = await loaders.load(sessionsOfForum, forumId);
  const room = first?.roomId == null ? null : await loaders.load(roomById, first.roomId);
  return room === null ? null : placeText(room, (await loaders.load(venueById, room.venueId)) ?? undefined);
}
