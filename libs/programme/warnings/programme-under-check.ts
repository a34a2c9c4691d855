import type { ForumId, LocalizedText, PersonId, RoomId, SessionId } from '#kernel';

/** What a check may look at: one conference's programme, read at once. */
export interface ProgrammeUnderCheck {
  readonly timeZone: string;
  /** YYYY-MM-DD, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly locales: readonly string[];
  readonly forums: readonly ForumUnderCheck[];
  readonly sessions: readonly SessionUnderCheck[];
  readonly rooms: readonly { readonly id: RoomId; readonly capacity: number }[];
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
  readonly speakers: readonly { readonly name: LocalizedText; readonly personId: PersonId | null }[];
}

/** Something odd that is not forbidden; `values` fill the message of its code. */
export interface ProgrammeWarning {
  readonly code: ProgrammeWarningCode;
  readonly sessionIds: readonly SessionId[];
  readonly values: Readonly<Record<string, string | number>>;
}

export type ProgrammeWarningCode =
  | 'programme.speaker-overlap' | 'programme.room-too-small' | 'programme.outside-dates' | 'programme.untranslated-title'
  | 'programme.forum-overlap' | 'programme.agendas-clash';

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
