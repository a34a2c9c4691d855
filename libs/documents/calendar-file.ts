import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** One entry of a calendar. The same `uid` is the same entry in every feed and file, so that no reader sees it twice. */
export interface CalendarEntry {
  readonly uid: string;
  /** Raised by each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place?: string | undefined;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  /** It no longer takes place; it stays in the calendar, since what only vanishes is not noticed. */
  readonly isCancelled?: boolean;
  readonly changedAt: Date;
}

export interface CalendarContents {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** Of a file that comes by mail (RFC 5546); a feed has none. */
  readonly method?: 'PUBLISH' | 'CANCEL';
  /** Who publishes; RFC 5546 asks for it where there is a method. */
  readonly organiser?: { readonly name: string; readonly email: string };
  /** How often a subscriber should look again (RFC 7986, 5.7). */
  readonly refreshMinutes?: number;
}

/**
 * A calendar in iCalendar (RFC 5545). Times are written in UTC, which every reader shows in its own zone. The same
 * contents give the same bytes: DTSTAMP is when an entry last changed, as a calendar without a method asks (3.8.7.2).
 */
export function calendarFile(contents: CalendarContents): string {
  const calendar = ical({
    prodId: { company: 'Huiguan', product: 'Huiguan', language: 'EN' },
    name: contents.name,
    ...(contents.method === undefined ? {} : { method: ICalCalendarMethod[contents.method] }),
    ...(contents.refreshMinutes === undefined ? {} : { ttl: contents.refreshMinutes * 60 }),
  });
  for (const entry of contents.entries) {
    calendar.createEvent({
      id: entry.uid, sequence: entry.sequence, start: entry.startsAt, end: entry.endsAt, stamp: entry.changedAt, lastModified: entry.changedAt,
      summary: entry.title, location: entry.place ?? null, description: entry.description ?? null, url: entry.url ?? null,
      organizer: contents.organiser === undefined ? null : { name: contents.organiser.name, email: contents.organiser.email },
      status: entry.isCancelled === true ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** The name of an entry in all calendars of an installation: what it is, its id, and the host under which people know us. */
export function calendarUid(kind: 'session' | 'departure' | 'conference', id: string, publicUrl: string): string {
  return `${kind}-${id}@${new URL(publicUrl).hostname}`;
}
