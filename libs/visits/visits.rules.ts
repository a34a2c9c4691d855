import { isSlug, localizedTextProblems, refuse, tidyLocalized } from '#kernel';
import type { ConferenceId, FieldProblem, LocalizedText, Refusal, VisitId } from '#kernel';
import type { Departure } from './departure.entity.js';
import type { VisitStop } from './visit-stop.entity.js';

export interface NewStop {
  readonly name: LocalizedText;
  /** Minutes after the departure when it is reached. */
  readonly afterMinutes: number;
  readonly stayMinutes: number;
}

export const MOST_STOPS = 200;

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

/** Stops as they are kept, in the order of the route. */
export function stopRows(stops: readonly NewStop[], whose: { readonly visitId: VisitId; readonly conferenceId: ConferenceId }): VisitStop[] {
  return stops.map(({ name, afterMinutes, stayMinutes }, index) => ({ ...whose, position: index + 1, name: tidyLocalized(name, 'line'), afterMinutes, stayMinutes }));
}

/** What of a departure says whether it can be booked. */
export type BookingWindow = Pick<Departure, 'state' | 'bookableFrom' | 'bookableUntil'>;

/** Whether a departure can be booked at an instant. */
export function isBookable(departure: BookingWindow, now: Date): boolean {
  return mayBook(departure, now) === undefined;
}

/** Why a departure cannot be booked now, if so. */
export function mayBook({ state, bookableFrom, bookableUntil }: BookingWindow, now: Date): Refusal<'departure.cancelled' | 'departure.not-yet' | 'departure.closed'> | undefined {
  if (state === 'CANCELLED') return refuse('departure.cancelled');
  if (bookableFrom !== null && now < bookableFrom) return refuse('departure.not-yet', { bookableFrom });
  return now < bookableUntil ? undefined : refuse('departure.closed', { bookableUntil });
}

/**
 * Why a seat can no longer change hands, if so. Until the bus leaves it may be given back and an offered one accepted,
 * also after the deadline for bookings: a seat that somebody freed is better taken than empty.
 */
export function mayChangeHands(departure: { readonly startsAt: Date }, now: Date): Refusal<'departure.left'> | undefined {
  return now < departure.startsAt ? undefined : refuse('departure.left', { startsAt: departure.startsAt });
}
