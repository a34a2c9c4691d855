import type { ForumId, RoomId, SessionId, SpeakerId, VenueId } from '#kernel';
import { UnitOfWork } from '#platform';
import { DraftProgrammes, isShown, Programmes, SpeakerContacts } from '#programme';
import type { Forum, Room, Session, Speaker, SpeakerContact, Venue } from '#programme';
import { Injectable } from '@nestjs/common';
import { mapBy, mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

/** The loaders of one of the two programmes that a conference has; `name` keeps them apart. */
function loadersOf(name: 'shown' | 'draft') {
  return {
    forumById: defineLoader<ForumId, Forum | null>(`${name}ForumById`, () => null),
    /** Sessions that take place, in order of time. */
    sessionsOfForum: defineLoader<ForumId, readonly Session[]>(`${name}SessionsOfForum`, () => []),
    sessionById: defineLoader<SessionId, Session | null>(`${name}SessionById`, () => null),
    speakersOfSession: defineLoader<SessionId, readonly Speaker[]>(`${name}SpeakersOfSession`, () => []),
    roomById: defineLoader<RoomId, Room | null>(`${name}RoomById`, () => null),
    roomsOfVenue: defineLoader<VenueId, readonly Room[]>(`${name}RoomsOfVenue`, () => []),
    venueById: defineLoader<VenueId, Venue | null>(`${name}VenueById`, () => null),
  };
}

/** What readers see. */
export const shown = loadersOf('shown');
/** What editors have before the next release. */
export const draft = loadersOf('draft');
export const { forumById, sessionsOfForum, roomById, venueById } = shown;

export const contactOfSpeaker = defineLoader<SpeakerId, SpeakerContact | null>('contactOfSpeaker', () => null);

/** What hangs from a row is of the same programme as the row itself, which its class tells. */
export function besides(row: Forum | Session | Room | Venue): typeof shown {
  return isShown(row) ? shown : draft;
}

/** Reads both programmes, many at once. */
@Injectable()
export class ProgrammeLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, programmes: Programmes, drafts: DraftProgrammes, contacts: SpeakerContacts) {
    const em = work.reader;
    registry.serve(contactOfSpeaker, async (ids) => mapBy(await contacts.ofSpeakers(em, ids), ({ speakerId }) => speakerId));
    for (const [loaders, reading] of [[shown, programmes], [draft, drafts]] as const) {
      registry.serve(loaders.forumById, async (ids) => mapById(await reading.forums(em, ids)));
      registry.serve(loaders.sessionsOfForum, async (ids) => Map.groupBy(await reading.sessionsOf(em, ids), (session) => session.forumId));
      registry.serve(loaders.sessionById, async (ids) => mapById(await reading.sessions(em, ids)));
      registry.serve(loaders.speakersOfSession, async (ids) => Map.groupBy(await reading.speakersOf(em, ids), (speaker) => speaker.sessionId));
      registry.serve(loaders.roomById, async (ids) => mapById(await reading.rooms(em, ids)));
      registry.serve(loaders.roomsOfVenue, async (ids) => Map.groupBy(await reading.roomsOfVenues(em, ids), (room) => room.venueId));
      registry.serve(loaders.venueById, async (ids) => mapById(await reading.venues(em, ids)));
    }
  }
}
