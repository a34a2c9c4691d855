import type { AccountId, ForumId, LocalizedText, SessionId } from '#kernel';
import type { SessionWhereabouts } from './programme-change.entity.js';
import type { WholeProgramme } from './programmes.js';
import type { Session } from './session.entity.js';
import { placeText, whereaboutsOf } from './whereabouts.js';

/** MOVED: another room. RETIMED: another time, or a break that became a talk. RENAMED: other words. SPEAKERS: others, or otherwise named. */
export const differenceKinds = ['ADDED', 'REMOVED', 'MOVED', 'RETIMED', 'RENAMED', 'SPEAKERS'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A session, or a forum itself where there is no session, as one of the two programmes has it. */
export interface DifferenceSide extends Partial<SessionWhereabouts> {
  readonly title: LocalizedText;
  /** Names, as printed. */
  readonly speakers: readonly LocalizedText[];
}

/** What one programme has otherwise than another, for one forum or one session of a forum. */
export interface ProgrammeDifference {
  readonly kinds: readonly DifferenceKind[];
  readonly forumId: ForumId;
  readonly forumTitle: LocalizedText;
  /** Null where it is about the forum itself. */
  readonly sessionId: SessionId | null;
  /** SEQUENCE of the session in calendars. */
  readonly version: number;
  readonly before: DifferenceSide | null;
  readonly after: DifferenceSide | null;
  /** Of a break nobody is told. */
  readonly isBreak: boolean;
  readonly changedBy: AccountId | null;
}

/**
 * What `after` has otherwise than `before`, in order of time. A session that went to another forum was removed from the
 * one and added to the other, since different people chose them.
 */
export function differences(before: WholeProgramme, after: WholeProgramme, removed: readonly Session[] = []): readonly ProgrammeDifference[] {
  return [...forumDifferences(before, after), ...sessionDifferences(sidesOf(before), sidesOf(after), new Map(removed.map((one) => [one.id, one])))];
}

function forumDifferences(before: WholeProgramme, after: WholeProgramme): ProgrammeDifference[] {
  const [old, now] = [byId(before.forums), byId(after.forums)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const any = is ?? was;
    const kinds: DifferenceKind[] = was === undefined ? ['ADDED'] : is === undefined ? ['REMOVED'] : same(wordsOf(was), wordsOf(is)) ? [] : ['RENAMED'];
    if (kinds.length === 0 || any === undefined) return [];
    return [{
      kinds, forumId: id, forumTitle: any.title, sessionId: null, version: any.version, isBreak: false, changedBy: any.changedBy,
      before: was === undefined ? null : { title: was.title, speakers: [] }, after: is === undefined ? null : { title: is.title, speakers: [] },
    }];
  });
}

interface Side {
  readonly session: Session;
  readonly forumTitle: LocalizedText;
  readonly said: DifferenceSide & SessionWhereabouts;
  readonly speakers: unknown;
}

function sidesOf(programme: WholeProgramme): ReadonlyMap<SessionId, Side> {
  const [forums, rooms, venues] = [byId(programme.forums), byId(programme.rooms), byId(programme.venues)];
  const speakers = Map.groupBy(programme.speakers, ({ sessionId }) => sessionId);
  return new Map(programme.sessions.map((session) => {
    const room = session.roomId === null ? undefined : rooms.get(session.roomId);
    const place = room === undefined ? null : placeText(room, venues.get(room.venueId));
    const own = speakers.get(session.id) ?? [];
    const forumTitle = forums.get(session.forumId)?.title ?? {};
    return [session.id, {
      session, forumTitle,
      said: { title: session.title ?? forumTitle, ...whereaboutsOf(session, place), speakers: own.map(({ name }) => name) },
      speakers: own.map(({ name, affiliation, role, personId }) => [name, affiliation, role, personId]),
    }];
  }));
}

function sessionDifferences(old: ReadonlyMap<SessionId, Side>, now: ReadonlyMap<SessionId, Side>, removed: ReadonlyMap<SessionId, Session>): ProgrammeDifference[] {
  const found = [...new Set([...old.keys(), ...now.keys()])].flatMap((id): ProgrammeDifference[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const entry = (kinds: DifferenceKind[], before: Side | undefined, after: Side | undefined): ProgrammeDifference[] => {
      const any = after ?? before;
      const latest = is?.session ?? removed.get(id) ?? was?.session;
      return kinds.length === 0 || any === undefined || latest === undefined ? [] : [{
        kinds, forumId: any.session.forumId, forumTitle: any.forumTitle, sessionId: id, version: latest.version, changedBy: latest.changedBy,
        before: before?.said ?? null, after: after?.said ?? null, isBreak: before?.session.kind !== 'TALK' && after?.session.kind !== 'TALK',
      }];
    };
    if (was !== undefined && is !== undefined && was.session.forumId === is.session.forumId) return entry(kindsBetween(was, is), was, is);
    return [...(was === undefined ? [] : entry(['REMOVED'], was, undefined)), ...(is === undefined ? [] : entry(['ADDED'], undefined, is))];
  });
  const begin = ({ before, after }: ProgrammeDifference): string => after?.startsAt ?? before?.startsAt ?? '';
  return found.sort((one, other) => begin(one).localeCompare(begin(other)) || (one.sessionId ?? '').localeCompare(other.sessionId ?? ''));
}

function kindsBetween(was: Side, is: Side): DifferenceKind[] {
  const [old, now] = [was.session, is.session];
  return [
    ...(old.startsAt.getTime() === now.startsAt.getTime() && old.endsAt.getTime() === now.endsAt.getTime() && old.kind === now.kind ? [] : ['RETIMED' as const]),
    ...(old.roomId === now.roomId && same(was.said.place, is.said.place) ? [] : ['MOVED' as const]),
    ...(same(sessionWords(old), sessionWords(now)) ? [] : ['RENAMED' as const]),
    ...(same(was.speakers, is.speakers) ? [] : ['SPEAKERS' as const]),
  ];
}

const wordsOf = (forum: WholeProgramme['forums'][number]): unknown =>
  [forum.title, forum.description, forum.kind, forum.admission, forum.audience, forum.categoryIds, forum.sender];
const sessionWords = ({ title, description, interpretation }: Session): unknown => [title, description, interpretation];

const TOLD: ReadonlySet<DifferenceKind> = new Set(['ADDED', 'REMOVED', 'MOVED', 'RETIMED']);

/** Whether those who chose the forum are told: of another time or place. New words alone are read when the page is. */
export function isTold({ sessionId, isBreak, kinds }: Pick<ProgrammeDifference, 'sessionId' | 'isBreak' | 'kinds'>): boolean {
  return sessionId !== null && !isBreak && kinds.some((kind) => TOLD.has(kind));
}

/** Whether what a place in the forum occupies may be otherwise. */
export function isTimed({ sessionId, kinds }: Pick<ProgrammeDifference, 'sessionId' | 'kinds'>): boolean {
  return sessionId !== null && kinds.some((kind) => TOLD.has(kind));
}

/** Equal whatever the order of keys: jsonb keeps none. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, its]) => [key, ordered(its)]));
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<Row['id'], Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
