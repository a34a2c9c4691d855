import type { ForumId, RoomId, SessionId, VenueId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Programmes } from '#programme';
import type { Forum, Room, Session, Speaker, Venue } from '#programme';
import { Injectable } from '@nestjs/common';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const forumById = defineLoader<ForumId, Forum | null>('forumById', () => null);
/** Sessions that take place, in order of time. */
export const sessionsOfForum = defineLoader<ForumId, readonly Session[]>('sessionsOfForum', () => []);
export const sessionById = defineLoader<SessionId, Session | null>('sessionById', () => null);
export const speakersOfSession = defineLoader<SessionId, readonly Speaker[]>('speakersOfSession', () => []);
export const roomById = defineLoader<RoomId, Room | null>('roomById', () => null);
export const roomsOfVenue = defineLoader<VenueId, readonly Room[]>('roomsOfVenue', () => []);
export const venueById = defineLoader<VenueId, Venue | null>('venueById', () => null);

/** Reads the programme, many at once. */
@Injectable()
export class ProgrammeLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, programmes: Programmes) {
    const em = work.reader;
    registry.serve(forumById, async (ids) => byId(await programmes.forums(em, ids)));
    registry.serve(sessionsOfForum, async (ids) => Map.groupBy(await programmes.sessionsOf(em, ids), (session) => session.forumId));
    registry.serve(sessionById, async (ids) => byId(await programmes.sessions(em, ids)));
    registry.serve(speakersOfSession, async (ids) => Map.groupBy(await programmes.speakersOf(em, ids), (speaker) => speaker.sessionId));
    registry.serve(roomById, async (ids) => byId(await programmes.rooms(em, ids)));
    registry.serve(roomsOfVenue, async (ids) => Map.groupBy(await programmes.roomsOfVenues(em, ids), (room) => room.venueId));
    registry.serve(venueById, async (ids) => byId(await programmes.venues(em, ids)));
  }
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<Row['id'], Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
