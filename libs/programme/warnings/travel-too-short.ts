import { travelMinutes } from '#places';
import type { ProgrammeCheck, ProgrammeUnderCheck, SessionUnderCheck } from './programme-under-check.js';
import { isSamePerson } from './speaker-overlap.js';

const LONGEST_WAY = 24 * 60;

/** Two sessions of one forum or one speaker in two venues, with less time between them than the way takes. */
export const travelTooShort: ProgrammeCheck = (programme) => {
  const venues = new Map(programme.rooms.map(({ id, venueId }) => [id, venueId]));
  const inOrder = [...programme.sessions].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return inOrder.flatMap((one, index) => following(inOrder, index).flatMap((next) => {
    const gap = minutesBetween(one, next);
    const [from, to] = [one, next].map(({ roomId }) => (roomId === null ? null : venues.get(roomId) ?? null));
    const way = travelMinutes(programme.travel, from ?? null, to ?? null);
    return gap >= 0 && gap < way && concernsSomeone(one, next)
      ? [{ code: 'programme.travel-too-short' as const, sessionIds: [one.id, next.id], values: { minutes: gap, needed: way } }]
      : [];
  }));
};

function following(inOrder: ProgrammeUnderCheck['sessions'], index: number): readonly SessionUnderCheck[] {
  const one = inOrder[index];
  return one === undefined ? [] : inOrder.slice(index + 1).filter((next) => minutesBetween(one, next) < LONGEST_WAY);
}

const minutesBetween = (one: SessionUnderCheck, next: SessionUnderCheck): number => (next.startsAt.getTime() - one.endsAt.getTime()) / 60_000;

function concernsSomeone(one: SessionUnderCheck, next: SessionUnderCheck): boolean {
  return one.forumId === next.forumId || one.speakers.some((speaker) => next.speakers.some((other) => isSamePerson(speaker, other)));
}
