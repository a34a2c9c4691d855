import { Inject, Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { calendarFile, calendarUid } from '#documents';
import { textFor } from '#kernel';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Forum } from './forum.entity.js';
import { Programmes } from './programmes.js';
import { placeText } from './whereabouts.js';

const REFRESH_MINUTES = 60;

/** The programme as a calendar that one subscribes to; sessions that were removed stay in it as cancelled. */
@Injectable()
export class ProgrammeCalendar {
  constructor(private readonly programmes: Programmes, @Inject(SETTINGS) private readonly settings: Settings) {}

  /** Of the whole conference, or of the given forums of it. */
  async of(em: EntityManager, conference: Conference, locale: string, only?: readonly Forum[]): Promise<string> {
    const forums = only ?? await this.programmes.forumsEver(em, conference.id);
    const byId = new Map(forums.map((forum) => [forum.id, forum]));
    const text = (words: Parameters<typeof textFor>[0]): string => textFor(words, locale, conference.locales);
    const rooms = new Map((await this.programmes.roomsOf(em, conference.id)).map((room) => [room.id, room]));
    const venues = new Map((await this.programmes.venuesOf(em, conference.id)).map((venue) => [venue.id, venue]));
    const sessions = await this.programmes.sessionsEver(em, forums.map((forum) => forum.id));
    const [first] = only ?? [];
    return calendarFile({
      name: first === undefined ? text(conference.title) : `${text(first.title)}, ${text(conference.title)}`,
      refreshMinutes: REFRESH_MINUTES,
      entries: sessions.map((session) => {
        const forum = byId.get(session.forumId);
        const room = session.roomId === null ? undefined : rooms.get(session.roomId);
        const titles = [...new Set([...(forum === undefined ? [] : [text(forum.title)]), ...(session.title === null ? [] : [text(session.title)])])];
        return {
          uid: calendarUid('session', session.id, this.settings.PUBLIC_URL), sequence: session.version, changedAt: session.changedAt,
          startsAt: session.startsAt, endsAt: session.endsAt, isCancelled: session.removedAt !== null, title: titles.join(': '),
          place: room === undefined ? undefined : text(placeText(room, venues.get(room.venueId))),
          url: `${this.settings.PUBLIC_URL}/${locale}/conferences/${conference.slug}/programme/${forum?.slug ?? ''}`,
        };
      }),
    });
  }
}
