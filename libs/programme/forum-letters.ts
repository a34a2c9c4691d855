import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { Clock } from '#kernel';
import type { ConferenceId, LocalizedText, RegistrationId } from '#kernel';
import { Letters } from '#mail';
import type { Letter } from '#mail';
import type { Released } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { Registration } from '#registration';
import type { Forum } from './forum.entity.js';
import type { ForumLetterProps, ToldSession } from './mails/forum-letter.js';
import { forumLeftLetter } from './mails/forum-left.mail.js';
import { forumPlaceLetter } from './mails/forum-place.mail.js';
import { forumWaitlistedLetter } from './mails/forum-waitlisted.mail.js';
import { Programmes } from './programmes.js';
import type { Session } from './session.entity.js';
import { placeText } from './whereabouts.js';

/** Whose letter it is: a registration with its conference, as `Registrations.lockForVerb` gives them. */
export interface OfRegistration {
  readonly registration: Registration;
  readonly conference: Conference;
}

/** A letter about a forum that needs only its news: read before places are locked, written after. */
export interface ForumDraft {
  readonly props: ForumLetterProps;
  readonly to: { readonly email: string; readonly name: string };
  readonly locale: string;
  readonly conferenceId: ConferenceId;
  readonly registrationId: RegistrationId;
  /** The forum's own sender, where it has one. */
  readonly from: string | undefined;
}

/** Writes the letters about a delegate's own forums. */
@Injectable()
export class ForumLetters {
  constructor(
    private readonly letters: Letters, private readonly registrations: Registrations,
    private readonly programmes: Programmes, private readonly clock: Clock,
  ) {}

  /** Adds to what is told of the forum whom it is told to, and when. */
  async draft(tx: Tx, { registration, conference }: OfRegistration, forum: Forum, told: readonly ToldSession[]): Promise<ForumDraft> {
    const { email, name, locale } = await this.registrations.letterAddressOf(tx.em, registration);
    const props = {
      name,
      conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
      forum: { title: forum.title, admission: forum.admission },
      sessions: told,
      writtenAt: this.clock.now().toISOString(),
    };
    return { props, to: { email, name }, locale, conferenceId: conference.id, registrationId: registration.id, from: forum.sender ?? undefined };
  }

  place(tx: Tx, draft: ForumDraft, key: string): Promise<void> {
    return this.write(tx, forumPlaceLetter, draft, draft.props, key);
  }

  waitlisted(tx: Tx, draft: ForumDraft, key: string, position: number): Promise<void> {
    return this.write(tx, forumWaitlistedLetter, draft, { ...draft.props, position }, key);
  }

  left(tx: Tx, draft: ForumDraft, key: string, was: Released): Promise<void> {
    return this.write(tx, forumLeftLetter, draft, { ...draft.props, was }, key);
  }

  /** Sessions as letters tell them, with room and venue in words. */
  async told(tx: Tx, forum: Forum, sessions: readonly Session[]): Promise<ToldSession[]> {
    const places = await this.placesOf(tx, sessions);
    return sessions.map((session) => ({
      id: session.id, version: session.version, title: session.title ?? forum.title,
      startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(),
      place: session.roomId === null ? null : (places.get(session.roomId) ?? null),
    }));
  }

  private async placesOf(tx: Tx, sessions: readonly Session[]): Promise<ReadonlyMap<string, LocalizedText>> {
    const roomIds = sessions.flatMap((session) => (session.roomId === null ? [] : [session.roomId]));
    if (roomIds.length === 0) return new Map();
    const rooms = await this.programmes.rooms(tx.em, roomIds);
    const venues = await this.programmes.venues(tx.em, rooms.map((room) => room.venueId));
    const byId = new Map(venues.map((venue) => [venue.id, venue]));
    return new Map(rooms.map((room) => [room.id, placeText(room, byId.get(room.venueId))]));
  }

  private async write<Props extends ForumLetterProps>(tx: Tx, letter: Letter<Props>, draft: ForumDraft, props: Props, key: string): Promise<void> {
    const { to, locale, conferenceId, registrationId, from } = draft;
    await this.letters.write(tx, letter, { key, to, locale, props, from, conferenceId, registrationId });
  }
}
