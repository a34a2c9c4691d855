/** Whole days from one calendar date to another, negative when it lies before. Dates as YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The instant at which clocks show the same time so many calendar days later, be it summer or winter, here or in the
 * zone that the new edition moves to. A time that the clocks skip becomes the one an hour later; of a time that comes
 * twice the first is meant (RFC 5545, 3.3.5).
 */
export function instantAfter(instant: Date, days: number, fromZone: string, toZone: string = fromZone): Date {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(fromZone).toPlainDateTime();
  return new Date(shown.add({ days }).toZonedDateTime(toZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** Whether the text is a date that exists, as YYYY-MM-DD in the years that conferences are held in. */
export function isCalendarDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
