import type { ForumId, LocalizedText, PersonId, RegistrationId, RoomId, SessionId, SpeakerId, VenueId } from '#kernel';
import type { TravelPlan } from '#places';
import type { EquipmentId } from '../equipment.entity.js';
import type { AvailableInterval, SpeakerState } from '../speaker-contact.entity.js';

/** What a check may look at: one conference's programme, read at once. */
export interface ProgrammeUnderCheck {
  readonly timeZone: string;
  /** YYYY-MM-DD, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly locales: readonly string[];
  readonly forums: readonly ForumUnderCheck[];
  readonly sessions: readonly SessionUnderCheck[];
  readonly rooms: readonly { readonly id: RoomId; readonly venueId: VenueId; readonly capacity: number; readonly booths: number }[];
  readonly equipment: readonly { readonly id: EquipmentId; readonly roomId: RoomId | null; readonly name: LocalizedText; readonly quantity: number }[];
  readonly travel: TravelPlan;
  readonly clashing: readonly ClashingForum[];
}

export interface ForumUnderCheck {
  readonly id: ForumId;
  readonly title: LocalizedText;
  /** Null means as many as come. */
  readonly size: number | null;
  readonly taken: number;
}

export interface SessionUnderCheck {
  readonly id: SessionId;
  readonly forumId: ForumId;
  readonly roomId: RoomId | null;
  readonly title: LocalizedText | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isBreak: boolean;
  readonly equipmentIds: readonly EquipmentId[];
  readonly interpretation: readonly string[];
  readonly speakers: readonly SpeakerUnderCheck[];
}

export interface SpeakerUnderCheck {
  readonly id: SpeakerId;
  readonly name: LocalizedText;
  readonly personId: PersonId | null;
  readonly state: SpeakerState;
  /** Null means at any time. */
  readonly available: readonly AvailableInterval[] | null;
}

/** A forum whose draft makes agendas clash. */
export interface ClashingForum {
  readonly forumId: ForumId;
  readonly people: readonly RegistrationId[];
}

/** What a message is filled with, in nobody's language yet: a number, a calendar date (ISO 8601), tags of languages (BCP 47), an organiser's own text. */
export type WarningValue = number | string | readonly string[] | LocalizedText;

/** Something odd that is not forbidden; `values` fill the message of its code. */
export interface ProgrammeWarning {
  readonly code: ProgrammeWarningCode;
  readonly sessionIds: readonly SessionId[];
  readonly values: Readonly<Record<string, WarningValue>>;
  /** Whose agendas are meant, where it is about people. */
  readonly people?: readonly RegistrationId[];
}

export type ProgrammeWarningCode =
  | 'programme.speaker-overlap' | 'programme.room-too-small' | 'programme.outside-dates' | 'programme.untranslated-title'
  | 'programme.forum-overlap' | 'programme.agendas-clash' | 'programme.room-double-booked' | 'programme.equipment-overlap'
  | 'programme.equipment-elsewhere' | 'programme.booths-lacking' | 'programme.speaker-unavailable' | 'programme.speaker-declined' | 'programme.travel-too-short';

export type ProgrammeCheck = (programme: ProgrammeUnderCheck) => readonly ProgrammeWarning[];

/** Half-open: what ends at ten does not overlap what begins at ten. */
export function overlap(one: { startsAt: Date; endsAt: Date }, other: { startsAt: Date; endsAt: Date }): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** Pairs of sessions that share a moment, each pair once, in the order of their beginnings; sorted, then swept. */
export function overlappingPairs(sessions: readonly SessionUnderCheck[]): readonly (readonly [SessionUnderCheck, SessionUnderCheck])[] {
  const inOrder = [...sessions].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1));
  const pairs: (readonly [SessionUnderCheck, SessionUnderCheck])[] = [];
  let running: SessionUnderCheck[] = [];
  for (const session of inOrder) {
    running = running.filter((earlier) => earlier.endsAt > session.startsAt);
    for (const earlier of running) pairs.push([earlier, session]);
    running.push(session);
  }
  return pairs;
}
