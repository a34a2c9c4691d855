/** Hours of a zone's wall clock in which nothing is sent; from 21:00 until 08:00 they span midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly zone: string;
}

/** When the quiet hours end that an instant lies in; nothing where it lies in none. */
export function quietUntil(at: Date, { from, until, zone }: QuietHours): Date | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const [begin, end, now] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(until), here.toPlainTime()];
  const isBefore = (one: Temporal.PlainTime, other: Temporal.PlainTime): boolean => Temporal.PlainTime.compare(one, other) < 0;
  const spansMidnight = isBefore(end, begin);
  const isQuiet = spansMidnight ? !isBefore(now, begin) || isBefore(now, end) : !isBefore(now, begin) && isBefore(now, end);
  if (!isQuiet) return undefined;
  const day = spansMidnight && !isBefore(now, begin) ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: end }).epochMilliseconds);
}

/** Where a day of the warm-up begins and ends, and how many letters it may have; nothing where no limit holds any more. */
export interface WarmDay {
  readonly begins: Date;
  readonly ends: Date;
  readonly most: number;
}

/** The day of the curve that an instant lies in: the first is the calendar day of the beginning, in the mailing's zone. */
export function warmDay(at: Date, startedAt: Date, curve: readonly number[], zone: string): WarmDay | undefined {
  const dayOf = (instant: Date): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const day = dayOf(at);
  const most = curve[dayOf(startedAt).until(day, { largestUnit: 'days' }).days];
  if (most === undefined) return undefined;
  const startOf = (date: Temporal.PlainDate): Date => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  return { begins: startOf(day), ends: startOf(day.add({ days: 1 })), most };
}
