import { Injectable } from '@nestjs/common';
import { isId } from '#kernel';
import type { ConferenceId, ForumId, Page, PageRequest, PoolId, RoomId, SessionId, VenueId } from '#kernel';
import { pageById } from '#platform';
import type { CursorRefusal } from '#platform';
import { In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Equipment } from './equipment.entity.js';
import { Forum } from './forum.entity.js';
import { ProgrammeRelease } from './programme-release.entity.js';
import type { ProgrammeReleaseId } from './programme-release.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';
import { ShownForum, ShownRoom, ShownSession, ShownSpeaker, ShownVenue } from './shown.entities.js';
import { Speaker } from './speaker.entity.js';
import { Venue } from './venue.entity.js';

const SHOWN = { venue: ShownVenue, room: ShownRoom, forum: ShownForum, session: ShownSession, speaker: ShownSpeaker };
const DRAFT: typeof SHOWN = { venue: Venue, room: Room, forum: Forum, session: Session, speaker: Speaker };

/** All of one conference's programme. */
export interface WholeProgramme {
  readonly venues: readonly Venue[];
  readonly rooms: readonly Room[];
  /** Without those that a roll-back took out. */
  readonly forums: readonly Forum[];
  /** What takes place, in order of time. */
  readonly sessions: readonly Session[];
  readonly speakers: readonly Speaker[];
}

/**
 * Reading the programme as it is shown: one statement for any number of ids, so that a page costs the same whatever its
 * size.
 */
@Injectable()
export class Programmes {
  protected readonly tables: typeof SHOWN = SHOWN;

  async whole(em: EntityManager, conferenceId: ConferenceId): Promise<WholeProgramme> {
    const forums = await this.forumsOf(em, conferenceId);
    const sessions = await this.sessionsOf(em, forums.map(({ id }) => id));
    return {
      forums, sessions, speakers: await this.speakersOf(em, sessions.map(({ id }) => id)),
      rooms: await this.roomsOf(em, conferenceId), venues: await this.venuesOf(em, conferenceId),
    };
  }

  /** In order of their first session; what is not scheduled yet comes last. */
  async forumsOf(em: EntityManager, conferenceId: ConferenceId): Promise<Forum[]> {
    const sessions = em.connection.getMetadata(this.tables.session).tableName;
    return em.createQueryBuilder(this.tables.forum, 'forum')
      .where('forum.conferenceId = :conferenceId AND forum.removedAt IS NULL', { conferenceId })
      .orderBy(`(SELECT min(s.starts_at) FROM ${sessions} s WHERE s.forum_id = forum.id AND s.removed_at IS NULL)`, 'ASC', 'NULLS LAST')
      .addOrderBy('forum.slug', 'ASC')
      .getMany();
  }

  /** Newest first. */
  async releasesOf(em: EntityManager, conferenceId: ConferenceId, limit: number): Promise<ProgrammeRelease[]> {
    return em.find(ProgrammeRelease, { where: { conferenceId }, order: { number: 'DESC' }, take: limit });
  }

  async release(em: EntityManager, id: ProgrammeReleaseId): Promise<ProgrammeRelease | null> {
    return em.findOneBy(ProgrammeRelease, { id });
  }

  /** With those that were taken out, for calendars. */
  async forumsEver(em: EntityManager, conferenceId: ConferenceId): Promise<Forum[]> {
    return em.find(this.tables.forum, { where: { conferenceId }, order: { id: 'ASC' } });
  }

  async forums(em: EntityManager, ids: readonly ForumId[]): Promise<Forum[]> {
    return em.findBy(this.tables.forum, { id: In(ids.filter(isId)) });
  }

  /** Also one that was taken out: its feed says that it is cancelled. */
  async forumBySlug(em: EntityManager, conferenceId: ConferenceId, slug: string): Promise<Forum | null> {
    return em.findOneBy(this.tables.forum, { conferenceId, slug });
  }

  async forumOfPool(em: EntityManager, poolId: PoolId): Promise<Forum | null> {
    return em.findOneBy(this.tables.forum, { poolId });
  }

  /** What takes place, in order of time. */
  async sessionsOf(em: EntityManager, forumIds: readonly ForumId[]): Promise<Session[]> {
    return em.find(this.tables.session, { where: { forumId: In(forumIds), removedAt: IsNull() }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** What takes place and what was taken out, for calendars. */
  async sessionsEver(em: EntityManager, forumIds: readonly ForumId[]): Promise<Session[]> {
    return em.find(this.tables.session, { where: { forumId: In(forumIds) }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  async sessions(em: EntityManager, ids: readonly SessionId[]): Promise<Session[]> {
    return em.findBy(this.tables.session, { id: In(ids.filter(isId)) });
  }

  async speakersOf(em: EntityManager, sessionIds: readonly SessionId[]): Promise<Speaker[]> {
    return em.find(this.tables.speaker, { where: { sessionId: In(sessionIds) }, order: { sessionId: 'ASC', position: 'ASC' } });
  }

  async rooms(em: EntityManager, ids: readonly RoomId[]): Promise<Room[]> {
    return em.findBy(this.tables.room, { id: In(ids.filter(isId)) });
  }

  async roomsOfVenues(em: EntityManager, venueIds: readonly VenueId[]): Promise<Room[]> {
    return em.find(this.tables.room, { where: { venueId: In(venueIds) }, order: { venueId: 'ASC', id: 'ASC' } });
  }

  async roomsOf(em: EntityManager, conferenceId: ConferenceId): Promise<Room[]> {
    return em.findBy(this.tables.room, { conferenceId });
  }

  async venues(em: EntityManager, ids: readonly VenueId[]): Promise<Venue[]> {
    return em.findBy(this.tables.venue, { id: In(ids.filter(isId)) });
  }

  pageOfVenues(em: EntityManager, conferenceId: ConferenceId, request: PageRequest): Promise<Page<Venue> | CursorRefusal> {
    return pageById(em, this.tables.venue, request, { where: { conferenceId }, order: 'ASC' });
  }

  countVenues(em: EntityManager, conferenceId: ConferenceId): Promise<number> {
    return em.countBy(this.tables.venue, { conferenceId });
  }

  /** In the order in which they were entered. */
  async venuesOf(em: EntityManager, conferenceId: ConferenceId): Promise<Venue[]> {
    return em.find(this.tables.venue, { where: { conferenceId }, order: { id: 'ASC' } });
  }
}

/** The same as editors have it before the next release. */
@Injectable()
export class DraftProgrammes extends Programmes {
  protected override readonly tables = DRAFT;

  /** Equipment that sessions may need, by age; readers see none of it. */
  async equipmentOf(em: EntityManager, conferenceId: ConferenceId): Promise<Equipment[]> {
    return em.find(Equipment, { where: { conferenceId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }
}
