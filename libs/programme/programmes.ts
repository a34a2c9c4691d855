import { Injectable } from '@nestjs/common';
import { isId } from '#kernel';
import type { ConferenceId, ForumId, PoolId, RoomId, SessionId, VenueId } from '#kernel';
import { In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Forum } from './forum.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import { Speaker } from './speaker.entity.js';
import { Venue } from './venue.entity.js';

/** Reading the programme: one statement for any number of ids, so that a page costs the same whatever its size. */
@Injectable()
export class Programmes {
  /** In order of their first session; what is not scheduled yet comes last. */
  async forumsOf(em: EntityManager, conferenceId: ConferenceId): Promise<Forum[]> {
    return em.createQueryBuilder(Forum, 'forum')
      .where('forum.conferenceId = :conferenceId', { conferenceId })
      .orderBy('(SELECT min(s.starts_at) FROM session s WHERE s.forum_id = forum.id AND s.removed_at IS NULL)', 'ASC', 'NULLS LAST')
      .addOrderBy('forum.slug', 'ASC')
      .getMany();
  }

  async forums(em: EntityManager, ids: readonly ForumId[]): Promise<Forum[]> {
    return em.findBy(Forum, { id: In(ids.filter(isId)) });
  }

  async forumBySlug(em: EntityManager, conferenceId: ConferenceId, slug: string): Promise<Forum | null> {
    return em.findOneBy(Forum, { conferenceId, slug });
  }

  async forumOfPool(em: EntityManager, poolId: PoolId): Promise<Forum | null> {
    return em.findOneBy(Forum, { poolId });
  }

  /** What takes place, in order of time. */
  async sessionsOf(em: EntityManager, forumIds: readonly ForumId[]): Promise<Session[]> {
    return em.find(Session, { where: { forumId: In(forumIds), removedAt: IsNull() }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** What takes place and what was taken out, for calendars. */
  async sessionsEver(em: EntityManager, forumIds: readonly ForumId[]): Promise<Session[]> {
    return em.find(Session, { where: { forumId: In(forumIds) }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  async sessions(em: EntityManager, ids: readonly SessionId[]): Promise<Session[]> {
    return em.findBy(Session, { id: In(ids.filter(isId)) });
  }

  async speakersOf(em: EntityManager, sessionIds: readonly SessionId[]): Promise<Speaker[]> {
    return em.find(Speaker, { where: { sessionId: In(sessionIds) }, order: { sessionId: 'ASC', position: 'ASC' } });
  }

  async rooms(em: EntityManager, ids: readonly RoomId[]): Promise<Room[]> {
    return em.findBy(Room, { id: In(ids.filter(isId)) });
  }

  async roomsOfVenues(em: EntityManager, venueIds: readonly VenueId[]): Promise<Room[]> {
    return em.find(Room, { where: { venueId: In(venueIds) }, order: { venueId: 'ASC', id: 'ASC' } });
  }

  async roomsOf(em: EntityManager, conferenceId: ConferenceId): Promise<Room[]> {
    return em.findBy(Room, { conferenceId });
  }

  async venues(em: EntityManager, ids: readonly VenueId[]): Promise<Venue[]> {
    return em.findBy(Venue, { id: In(ids.filter(isId)) });
  }

  /** In the order in which they were entered. */
  async venuesOf(em: EntityManager, conferenceId: ConferenceId): Promise<Venue[]> {
    return em.find(Venue, { where: { conferenceId }, order: { id: 'ASC' } });
  }
}
