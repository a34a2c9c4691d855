import { endInstantOf, instantOf, localizedTextProblems } from '#kernel';
import type { FieldProblem, LocalizedText } from '#kernel';
import type { Departure } from './departure.entity.js';
import { legProblems, vehicleProblems } from './departure-parts.rules.js';
import type { LegInput, VehicleInput } from './departure-parts.rules.js';

/** Longest run of a visit: the media tour of two weeks with days to spare, in days. */
export const LONGEST_RUN_DAYS = 31;
/** Longest time for which a freed seat may be offered: four weeks, in minutes. */
export const LONGEST_OFFER_MINUTES = 40_320;
const MOST_SEATS = 100_000;
const LONGEST_LINE = 200;

export type DepartureTimes = Pick<Departure, 'startsAt' | 'endsAt' | 'bookableFrom' | 'bookableUntil' | 'minimumBy'>;

/** Times as an organiser types them: wall clock of the conference; absent ones stay as they were. */
export interface TimesInput {
  readonly startsAt?: string | null | undefined;
  readonly endsAt?: string | null | undefined;
  readonly bookableFrom?: string | null | undefined;
  readonly bookableUntil?: string | null | undefined;
  readonly minimum?: number | null | undefined;
  readonly minimumBy?: string | null | undefined;
}

/**
 * The instants of a departure. Without a deadline it is booked until it leaves, and never later; without a day of
 * decision a minimum is counted when bookings end.
 */
export function departureTimes(input: TimesInput, timeZone: string, before?: DepartureTimes): DepartureTimes | readonly FieldProblem[] {
  const read = (typed: string | null | undefined, otherwise: Date | null): Date | null | string => (typed == null ? otherwise : instantOf(typed, timeZone));
  const startsAt = read(input.startsAt, before?.startsAt ?? null) ?? 'required';
  const endsAt = input.endsAt != null && startsAt instanceof Date ? endInstantOf(input.endsAt, timeZone, startsAt) : read(input.endsAt, before?.endsAt ?? null) ?? 'required';
  const bookableFrom = read(input.bookableFrom, before?.bookableFrom ?? null);
  const bookableUntil = read(input.bookableUntil, before === undefined || !(startsAt instanceof Date) ? null : earlier(before.bookableUntil, startsAt));
  const minimumBy = read(input.minimumBy, before?.minimumBy ?? null);
  const all = { startsAt, endsAt, bookableFrom, bookableUntil, minimumBy };
  if (!(startsAt instanceof Date) || !(endsAt instanceof Date) || typeof bookableFrom === 'string' || typeof bookableUntil === 'string' || typeof minimumBy === 'string') {
    return Object.entries(all).flatMap(([path, instant]) => (typeof instant === 'string' ? [{ path, code: instant }] : []));
  }
  const until = bookableUntil ?? startsAt;
  const times = { startsAt, endsAt, bookableFrom, bookableUntil: until, minimumBy: input.minimum == null && before?.minimumBy == null ? null : (minimumBy ?? until) };
  const problems = timesProblems(times);
  return problems.length > 0 ? problems : times;
}

function timesProblems({ startsAt, endsAt, bookableFrom, bookableUntil, minimumBy }: DepartureTimes): FieldProblem[] {
  return [
    ...(endsAt <= startsAt ? [{ path: 'endsAt', code: 'time.not-after-start' }] : []),
    ...(endsAt.getTime() - startsAt.getTime() > LONGEST_RUN_DAYS * 86_400_000 ? [{ path: 'endsAt', code: 'time.run-too-long', data: { days: LONGEST_RUN_DAYS } }] : []),
    ...(bookableUntil > startsAt ? [{ path: 'bookableUntil', code: 'time.after-departure' }] : []),
    ...(bookableFrom !== null && bookableFrom >= bookableUntil ? [{ path: 'bookableFrom', code: 'time.after-deadline' }] : []),
    ...(minimumBy !== null && minimumBy > startsAt ? [{ path: 'minimumBy', code: 'time.after-departure' }] : []),
  ];
}

export interface DepartureInput {
  readonly meetingPoint: LocalizedText;
  /** Key of the place where one meets, such as a venue's id, for travel times. */
  readonly site?: string | null | undefined;
  readonly vehicle?: string | null | undefined;
  readonly vehicles?: readonly VehicleInput[] | null | undefined;
  readonly guideName?: string | null | undefined;
  readonly guideLanguages: readonly string[];
  readonly minimum?: number | null | undefined;
  readonly legs?: readonly LegInput[] | null | undefined;
}

/** What is wrong with where a departure meets, what it rides in, who guides it, and its days. */
export function departureProblems(input: DepartureInput, capacity: number): FieldProblem[] {
  return [
    ...localizedTextProblems('meetingPoint', input.meetingPoint, 'line', true),
    ...lineProblems('site', input.site),
    ...lineProblems('vehicle', input.vehicle),
    ...vehicleProblems(input.vehicles ?? [], capacity),
    ...lineProblems('guideName', input.guideName),
    ...input.guideLanguages.flatMap((tag, index) => (isLanguage(tag) ? [] : [{ path: `guideLanguages.${index}`, code: 'locale-unknown' }])),
    ...atLeast('minimum', input.minimum, 1),
    ...((input.minimum ?? 0) > capacity ? [{ path: 'minimum', code: 'too-large', data: { max: capacity } }] : []),
    ...legProblems(input.legs ?? []),
  ];
}

/** What is wrong with the seats of a departure to be added. */
export function seatsProblems({ capacity, waitlistLimit, offerMinutes }: {
  readonly capacity: number;
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
}): FieldProblem[] {
  return [
    ...(Number.isInteger(capacity) ? [] : [{ path: 'capacity', code: 'required' }]),
    ...atLeast('capacity', capacity, 1),
    ...(capacity > MOST_SEATS ? [{ path: 'capacity', code: 'too-large', data: { max: MOST_SEATS } }] : []),
    ...atLeast('waitlistLimit', waitlistLimit, 0),
    ...atLeast('offerMinutes', offerMinutes, 1),
    ...(offerMinutes > LONGEST_OFFER_MINUTES ? [{ path: 'offerMinutes', code: 'too-large', data: { max: LONGEST_OFFER_MINUTES } }] : []),
  ];
}

export function lineProblems(path: string, text: string | null | undefined): FieldProblem[] {
  return [
    ...localizedTextProblems('und', text == null ? null : { und: text }, 'line').map((problem) => ({ ...problem, path })),
    ...((text?.length ?? 0) > LONGEST_LINE ? [{ path, code: 'too-long', data: { max: LONGEST_LINE } }] : []),
  ];
}

export function atLeast(path: string, value: number | null | undefined, min: number): FieldProblem[] {
  return value != null && value < min ? [{ path, code: 'too-small', data: { min } }] : [];
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
