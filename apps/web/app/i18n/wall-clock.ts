/** What the clock on the wall of a zone (IANA) shows at an instant, as a form's input of date and time writes it: 2026-06-01T09:30. */
export function wallClock(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Calendar dates from the first to the last, both included, ISO 8601. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day.toString());
  return days;
}
