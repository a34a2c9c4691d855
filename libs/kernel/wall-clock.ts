const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/**
 * The instants that a wall-clock time (2026-03-29T09:30, without an offset) means in an IANA zone, earliest first:
 * one as a rule, two in the hour that is repeated when clocks go back, none in the hour that is skipped when they go
 * forward. Nothing where the text is no wall-clock time or the zone is unknown.
 */
export function instantsOf(wallClock: string, timeZone: string): readonly Date[] | undefined {
  if (!FORM.test(wallClock)) return undefined;
  try {
    const wall = Temporal.PlainDateTime.from(wallClock, { overflow: 'reject' });
    const readings = (['earlier', 'later'] as const)
      .map((disambiguation) => wall.toZonedDateTime(timeZone, { disambiguation }))
      .filter((reading) => reading.toPlainDateTime().equals(wall))
      .map((reading) => reading.epochMilliseconds);
    return [...new Set(readings)].map((milliseconds) => new Date(milliseconds));
  } catch {
    return undefined;
  }
}

export type WallClockProblem = 'time.malformed' | 'time.nonexistent' | 'time.not-after-start';

/**
 * The instant of a wall-clock time, or why there is none. A repeated hour means its first pass (RFC 5545, 3.3.5); a
 * skipped hour is a problem, since whoever typed it cannot have meant what a guess would make of it.
 */
export function instantOf(wallClock: string, timeZone: string): Date | WallClockProblem {
  const readings = instantsOf(wallClock, timeZone);
  return readings === undefined ? 'time.malformed' : (readings[0] ?? 'time.nonexistent');
}

/** As `instantOf`, for an end: in a repeated hour it is the first pass that lies after the start. */
export function endInstantOf(wallClock: string, timeZone: string, start: Date): Date | WallClockProblem {
  const readings = instantsOf(wallClock, timeZone);
  if (readings === undefined) return 'time.malformed';
  if (readings.length === 0) return 'time.nonexistent';
  return readings.find((reading) => reading > start) ?? 'time.not-after-start';
}

/** The date that the calendar on the wall shows at an instant, ISO 8601. */
export function wallDate(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
