import { endInstantOf, instantOf } from '#kernel';
import type { FieldProblem } from '#kernel';

export interface SessionTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Longest session; a longer one is a slip of the hand (a wrong date in one of two fields). */
export const LONGEST_SESSION_HOURS = 24;

/** Both ends of a session from the conference's wall clock, or what is wrong with which field. */
export function sessionTimes(input: { startsAt: string; endsAt: string }, timeZone: string): SessionTimes | readonly FieldProblem[] {
  const startsAt = instantOf(input.startsAt, timeZone);
  const endsAt = startsAt instanceof Date ? endInstantOf(input.endsAt, timeZone, startsAt) : instantOf(input.endsAt, timeZone);
  if (!(startsAt instanceof Date) || !(endsAt instanceof Date)) {
    return [['startsAt', startsAt], ['endsAt', endsAt]].flatMap(([path, found]) =>
      (typeof found === 'string' ? [{ path: String(path), code: found }] : []));
  }
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_SESSION_HOURS * 3_600_000) {
    return [{ path: 'endsAt', code: 'time.too-long', data: { hours: LONGEST_SESSION_HOURS } }];
  }
  return { startsAt, endsAt };
}

/** What the clock on the wall shows at an instant, as editors type it. */
export function wallClockOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}
