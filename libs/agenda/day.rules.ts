import { wallDate } from '#kernel';
import { travelMinutes } from '#places';
import type { BusyInterval, Standing, TravelPlan } from '#places';

/** A part of an agenda that takes place at one time. */
export interface DayEntry {
  readonly standing: Standing;
  readonly interval: BusyInterval;
  /** What lies between it and what is held before it on the same day; null for the first, and for what is not held. */
  readonly gapBefore: Gap | null;
}

export interface Gap {
  /** From the end of what is held before to the beginning; below 0 where they overlap. */
  readonly minutes: number;
  /** How long the way takes; 0 at one place, or where one is unknown. */
  readonly travelMinutes: number;
}

export interface AgendaDay {
  /** ISO 8601, as the calendar on the wall of the venue has it. */
  readonly date: string;
  readonly entries: readonly DayEntry[];
}

/**
 * An agenda day by day, in the venue's time: each session of what a registration has, is offered or waits for. Gaps are
 * those between things that are held, since nobody travels to what is only offered.
 */
export function daysOf(standings: readonly Standing[], travel: TravelPlan, timeZone: string): AgendaDay[] {
  const all = standings
    .flatMap((standing) => standing.intervals.map((interval) => ({ standing, interval })))
    .sort((a, b) => a.interval.startsAt.getTime() - b.interval.startsAt.getTime() || a.interval.endsAt.getTime() - b.interval.endsAt.getTime());
  const days = Map.groupBy(all, ({ interval }) => wallDate(interval.startsAt, timeZone));
  return [...days].map(([date, entries]) => ({ date, entries: withGaps(entries, travel) }));
}

function withGaps(entries: readonly { readonly standing: Standing; readonly interval: BusyInterval }[], travel: TravelPlan): DayEntry[] {
  let before: BusyInterval | undefined;
  return entries.map(({ standing, interval }) => {
    if (!isHeld(standing)) return { standing, interval, gapBefore: null };
    const gapBefore = before === undefined ? null : gap(before, interval, travel);
    if (before === undefined || interval.endsAt > before.endsAt) before = interval;
    return { standing, interval, gapBefore };
  });
}

function gap(before: BusyInterval, next: BusyInterval, travel: TravelPlan): Gap {
  return {
    minutes: Math.round((next.startsAt.getTime() - before.endsAt.getTime()) / 60_000),
    travelMinutes: travelMinutes(travel, before.site ?? null, next.site ?? null),
  };
}

export function isHeld({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'HELD' || state === 'CONFIRMED';
}

export interface WallTime {
  /** Wall clock without a zone, ISO 8601 to the minute. */
  readonly at: string;
  /** Offset from UTC, such as -02:30. */
  readonly offset: string;
}

/** What the clock on the wall shows at an instant in a zone. */
export function wallTime(instant: Date, timeZone: string): WallTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return { at: zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }), offset: zoned.offset };
}
