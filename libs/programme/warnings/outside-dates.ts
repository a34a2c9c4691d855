import { wallDate } from '#kernel';
import type { ProgrammeCheck } from './programme-under-check.js';

/** A session that begins before the conference's first day or ends after its last, by the wall clock of the conference. */
export const outsideDates: ProgrammeCheck = ({ sessions, timeZone, startsOn, endsOn }) =>
  sessions.flatMap((session) => {
    const first = wallDate(session.startsAt, timeZone);
    // An end at midnight still belongs to the day that ends there.
    const last = wallDate(new Date(session.endsAt.getTime() - 1), timeZone);
    return first < startsOn || last > endsOn
      ? [{ code: 'programme.outside-dates' as const, sessionIds: [session.id], values: { startsOn, endsOn } }]
      : [];
  });
