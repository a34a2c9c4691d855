import type { Conference } from '#conferences';
import { textFor, wallDate } from '#kernel';
import type { LocalizedText } from '#kernel';
import { placeText } from '../whereabouts.js';
import type { WholeProgramme } from '../programmes.js';
import type { Session } from '../session.entity.js';

/** An item of a schedule in the frab format, as its JSON names things (c3voc.de/schedule/schema.json). */
export interface FrabItem {
  readonly id: number;
  readonly guid: string;
  /** With the offset of the conference's zone. */
  readonly date: string;
  /** HH:MM on the wall. */
  readonly start: string;
  /** HH:MM. */
  readonly duration: string;
  readonly room: string;
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly subtitle: string;
  readonly track: string;
  readonly type: 'talk' | 'break';
  readonly language: string;
  readonly abstract: string;
  readonly description: string;
  readonly persons: readonly { readonly id: number; readonly public_name: string }[];
  readonly links: readonly never[];
}

export interface FrabDay {
  readonly index: number;
  readonly date: string;
  readonly day_start: string;
  readonly day_end: string;
  /** Items by the name of their room, in order of time. */
  readonly rooms: Readonly<Record<string, readonly FrabItem[]>>;
}

export interface FrabSchedule {
  readonly version: string;
  readonly base_url: string;
  readonly conference: {
    readonly acronym: string; readonly title: string; readonly start: string; readonly end: string; readonly daysCount: number;
    readonly timeslot_duration: string; readonly time_zone_name: string; readonly days: readonly FrabDay[];
  };
}

/** Where an item's room is not decided: the format wants a name. */
const NO_ROOM = '–';

/** A programme in the frab format, in one language. Ids stay the same as long as the session does. */
export function frabSchedule(conference: Conference, programme: WholeProgramme, its: { locale: string; version: string; publicUrl: string }): FrabSchedule {
  const text = (words: LocalizedText | null): string => (words === null ? '' : textFor(words, its.locale, conference.locales));
  const items = itemsOf(conference, programme, its, text);
  const dates = datesOf(conference, programme.sessions);
  return {
    version: its.version, base_url: its.publicUrl,
    conference: {
      acronym: conference.slug.replaceAll('-', '_'), title: text(conference.title), start: conference.startsOn, end: conference.endsOn,
      daysCount: dates.length, timeslot_duration: '00:05', time_zone_name: conference.timeZone,
      days: dates.map((date, index) => ({
        index: index + 1, date, ...edgesOf(date, conference.timeZone),
        rooms: Object.fromEntries(Map.groupBy(items.filter((item) => item.date.startsWith(date)), ({ room }) => room)),
      })),
    },
  };
}

function itemsOf(conference: Conference, programme: WholeProgramme, its: { locale: string; publicUrl: string }, text: (words: LocalizedText | null) => string): readonly FrabItem[] {
  const forums = new Map(programme.forums.map((forum) => [forum.id, forum]));
  const rooms = new Map(programme.rooms.map((room) => [room.id, room]));
  const venues = new Map(programme.venues.map((venue) => [venue.id, venue]));
  const speakers = Map.groupBy(programme.speakers, ({ sessionId }) => sessionId);
  return programme.sessions.map((session) => {
    const forum = forums.get(session.forumId);
    const room = session.roomId === null ? undefined : rooms.get(session.roomId);
    const date = Temporal.Instant.fromEpochMilliseconds(session.startsAt.getTime()).toZonedDateTimeISO(conference.timeZone);
    return {
      id: numberOf(session.id), guid: session.id, date: date.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
      start: date.toPlainTime().toString({ smallestUnit: 'minute' }), duration: hoursAndMinutes(session),
      room: room === undefined ? NO_ROOM : text(placeText(room, venues.get(room.venueId))),
      slug: `${forum?.slug ?? 'session'}-${session.id}`, url: `${its.publicUrl}/${its.locale}/conferences/${conference.slug}/programme/${forum?.slug ?? ''}`,
      title: text(session.title ?? forum?.title ?? null), subtitle: '', track: text(forum?.title ?? null), type: session.kind === 'BREAK' ? 'break' : 'talk',
      language: its.locale, abstract: '', description: text(session.description),
      persons: (speakers.get(session.id) ?? []).map(({ id, name }) => ({ id: numberOf(id), public_name: text(name) })), links: [],
    };
  });
}

/** All days of the conference, and those outside it on which something takes place. */
function datesOf({ startsOn, endsOn, timeZone }: Conference, sessions: readonly Session[]): readonly string[] {
  const days = Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: 'days' }).days;
  const own = Array.from({ length: days + 1 }, (_, index) => Temporal.PlainDate.from(startsOn).add({ days: index }).toString());
  return [...new Set([...own, ...sessions.map(({ startsAt }) => wallDate(startsAt, timeZone))])].sort();
}

function edgesOf(date: string, timeZone: string): { day_start: string; day_end: string } {
  const edge = (day: Temporal.PlainDate): string => day.toZonedDateTime(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { day_start: edge(Temporal.PlainDate.from(date)), day_end: edge(Temporal.PlainDate.from(date).add({ days: 1 })) };
}

function hoursAndMinutes({ startsAt, endsAt }: Session): string {
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The format wants numbers: the last 48 bits of an id, which are random (RFC 9562, 5.7), and never 0. */
export function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16) + 1;
}
