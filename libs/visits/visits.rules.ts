import { endInstantOf, instantOf, isSlug, localizedTextProblems, refuse } from '#kernel';
import type { FieldProblem, LocalizedText, Refusal } from '#kernel';

export interface NewStop {
  readonly name: LocalizedText;
  /** Minutes after the departure when it is reached. */
  readonly afterMinutes: number;
  readonly stayMinutes: number;
}

export const MOST_STOPS = 200;
/** Longest run of a visit: the media tour of two weeks with days to spare, in days. */
export const LONGEST_RUN_DAYS = 31;
/** Longest time for which a freed seat may be offered: four weeks, in minutes. */
export const LONGEST_OFFER_MINUTES = 40_320;
const MOST_SEATS = 100_000;
const LONGEST_VEHICLE = 200;

/** What is wrong with a visit to be made. */
export function visitProblems(input: {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText | null | undefined;
  readonly whatToBring?: LocalizedText | null | undefined;
  readonly stops: readonly NewStop[];
}): FieldProblem[] {
  return [
    ...(isSlug(input.slug) ? [] : [{ path: 'slug', code: 'key-malformed' }]),
    ...localizedTextProblems('title', input.title, 'line', true),
    ...localizedTextProblems('description', input.description, 'page'),
    ...localizedTextProblems('whatToBring', input.whatToBring, 'page'),
    ...(input.stops.length > MOST_STOPS ? [{ path: 'stops', code: 'too-many', data: { max: MOST_STOPS } }] : stopProblems(input.stops)),
  ];
}

/** A stop is reached after the one before it was left. */
function stopProblems(stops: readonly NewStop[]): FieldProblem[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    const earliest = before === undefined ? 0 : before.afterMinutes + before.stayMinutes;
    return [
      ...localizedTextProblems(`stops.${index}.name`, stop.name, 'line', true),
      ...(stop.afterMinutes < earliest ? [{ path: `stops.${index}.afterMinutes`, code: 'too-small', data: { min: earliest } }] : []),
      ...(stop.stayMinutes < 0 ? [{ path: `stops.${index}.stayMinutes`, code: 'too-small', data: { min: 0 } }] : []),
    ];
  });
}

export interface DepartureTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bookableUntil: Date;
}

/** The instants of a departure from the conference's wall clock. Without a deadline it is booked until it leaves, and never later. */
export function departureTimes(
  input: { startsAt: string; endsAt: string; bookableUntil?: string | null | undefined }, timeZone: string,
): DepartureTimes | readonly FieldProblem[] {
  const startsAt = instantOf(input.startsAt, timeZone);
  const endsAt = startsAt instanceof Date ? endInstantOf(input.endsAt, timeZone, startsAt) : instantOf(input.endsAt, timeZone);
  const bookableUntil = input.bookableUntil == null ? startsAt : instantOf(input.bookableUntil, timeZone);
  if (!(startsAt instanceof Date) || !(endsAt instanceof Date) || !(bookableUntil instanceof Date)) {
    const found = [['startsAt', startsAt], ['endsAt', endsAt], ['bookableUntil', input.bookableUntil == null ? undefined : bookableUntil]] as const;
    return found.flatMap(([path, instant]) => (typeof instant === 'string' ? [{ path, code: instant }] : []));
  }
  const problems = [
    ...(endsAt.getTime() - startsAt.getTime() > LONGEST_RUN_DAYS * 86_400_000 ? [{ path: 'endsAt', code: 'time.run-too-long', data: { days: LONGEST_RUN_DAYS } }] : []),
    ...(bookableUntil > startsAt ? [{ path: 'bookableUntil', code: 'time.after-departure' }] : []),
  ];
  return problems.length > 0 ? problems : { startsAt, endsAt, bookableUntil };
}

/** What is wrong with the rest of a departure to be added. */
export function departureProblems(input: {
  readonly meetingPoint: LocalizedText;
  readonly vehicle?: string | null | undefined;
  readonly guideLanguages: readonly string[];
  readonly capacity: number;
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
}): FieldProblem[] {
  const { capacity, waitlistLimit, offerMinutes } = input;
  return [
    ...localizedTextProblems('meetingPoint', input.meetingPoint, 'line', true),
    ...localizedTextProblems('vehicle', input.vehicle == null ? null : { und: input.vehicle }, 'line').map((problem) => ({ ...problem, path: 'vehicle' })),
    ...((input.vehicle?.length ?? 0) > LONGEST_VEHICLE ? [{ path: 'vehicle', code: 'too-long', data: { max: LONGEST_VEHICLE } }] : []),
    ...input.guideLanguages.flatMap((tag, index) => (isLanguage(tag) ? [] : [{ path: `guideLanguages.${index}`, code: 'locale-unknown' }])),
    ...(Number.isInteger(capacity) && capacity >= 1 ? [] : [{ path: 'capacity', code: 'too-small', data: { min: 1 } }]),
    ...(capacity > MOST_SEATS ? [{ path: 'capacity', code: 'too-large', data: { max: MOST_SEATS } }] : []),
    ...(waitlistLimit != null && waitlistLimit < 0 ? [{ path: 'waitlistLimit', code: 'too-small', data: { min: 0 } }] : []),
    ...(offerMinutes < 1 ? [{ path: 'offerMinutes', code: 'too-small', data: { min: 1 } }] : []),
    ...(offerMinutes > LONGEST_OFFER_MINUTES ? [{ path: 'offerMinutes', code: 'too-large', data: { max: LONGEST_OFFER_MINUTES } }] : []),
  ];
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether a departure can be booked at an instant. */
export function isBookable(departure: { readonly bookableUntil: Date }, now: Date): boolean {
  return now < departure.bookableUntil;
}

/** Why a departure cannot be booked now, if so. */
export function mayBook(departure: { readonly bookableUntil: Date }, now: Date): Refusal<'departure.closed'> | undefined {
  return isBookable(departure, now) ? undefined : refuse('departure.closed', { bookableUntil: departure.bookableUntil });
}

/**
 * Why a seat can no longer change hands, if so. Until the bus leaves it may be given back and an offered one accepted,
 * also after the deadline for bookings: a seat that somebody freed is better taken than empty.
 */
export function mayChangeHands(departure: { readonly startsAt: Date }, now: Date): Refusal<'departure.left'> | undefined {
  return now < departure.startsAt ? undefined : refuse('departure.left', { startsAt: departure.startsAt });
}

interface Run {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Departures that would fit an agenda: they share no moment with what is in it. Earliest first. */
export function fitting<T extends Run>(departures: readonly T[], busy: readonly Run[]): readonly T[] {
  return departures
    .filter((run) => !busy.some((other) => run.startsAt < other.endsAt && other.startsAt < run.endsAt))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}
