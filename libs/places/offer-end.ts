import { minutesAfter } from './places.rules.js';

/** Hours in which a reader may be expected to answer, by the clock on the wall: from eight in the morning to eight in the evening. */
export const WAKING_HOURS = { from: 8, until: 20 } as const;
/** In this time before the thing begins every hour counts: a seat that waits for someone to wake up stays empty. */
export const HURRY_MINUTES = 1_440;

export interface OfferReader {
  /** IANA zone of whoever is offered it; unknown: every hour counts. */
  readonly zone?: string | undefined;
  /** When what is offered begins; null where it has no time of its own. */
  readonly startsAt?: Date | null;
  /** When the pool is over: nothing can be accepted then, however little of its minutes an offer has had. */
  readonly closesAt?: Date | null;
}

/**
 * Until when an offer made at `now` can be accepted: its minutes count only while its reader may be expected to answer,
 * every day of the week, since weekends differ. Where that would reach into the last day before the thing begins, it ends
 * as that day begins; but it never has less than its minutes by the clock.
 */
export function offerEnd(now: Date, offerMinutes: number, { closesAt = null, ...reader }: OfferReader = {}): Date {
  const end = answerEnd(now, offerMinutes, reader);
  return closesAt !== null && closesAt < end ? closesAt : end;
}

function answerEnd(now: Date, offerMinutes: number, { zone, startsAt = null }: OfferReader): Date {
  const byTheClock = minutesAfter(now, offerMinutes);
  if (zone === undefined) return byTheClock;
  const awake = wakingEnd(now, offerMinutes, zone);
  const hurry = startsAt === null ? awake : minutesAfter(startsAt, -HURRY_MINUTES);
  const end = awake < hurry ? awake : hurry;
  return end > byTheClock ? end : byTheClock;
}

function wakingEnd(now: Date, minutes: number, zone: string): Date {
  let left = minutes * 60_000;
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  for (;;) {
    const day = at.toPlainDate();
    const opens = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: WAKING_HOURS.from } });
    const closes = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: WAKING_HOURS.until } });
    const start = Math.max(at.epochMilliseconds, opens.epochMilliseconds);
    const open = Math.max(0, closes.epochMilliseconds - start);
    if (left <= open) return new Date(start + left);
    left -= open;
    at = day.add({ days: 1 }).toZonedDateTime(zone);
  }
}
