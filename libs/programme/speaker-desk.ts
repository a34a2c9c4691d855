import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { textFor } from '#kernel';
import type { LocalizedText, SpeakerId } from '#kernel';
import { Letters } from '#mail';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { speakerInvitedLetter } from './mails/speaker-invited.mail.js';
import { ProgrammeChanges } from './programme-changes.js';
import type { Session } from './session.entity.js';
import type { AvailableInterval } from './speaker-contact.entity.js';
import { SpeakerContacts } from './speaker-contacts.js';

export interface SpeakerIntroduced {
  readonly conference: Conference;
  readonly forum: Pick<Forum, 'title' | 'sender'>;
  readonly session: Session;
  readonly name: LocalizedText;
  readonly email: string | null;
  readonly available: AvailableInterval[] | null;
  readonly locale: string;
}

/** What is kept of a new speaker, and the letter that asks. */
@Injectable()
export class SpeakerDesk {
  constructor(private readonly contacts: SpeakerContacts, private readonly changes: ProgrammeChanges, private readonly letters: Letters) {}

  async introduce(tx: Tx, speakerId: SpeakerId, its: SpeakerIntroduced): Promise<void> {
    const { conference, forum, session, email, available, locale } = its;
    await this.contacts.put(tx, speakerId, conference.id, { email, locale, available, state: email === null ? 'PROPOSED' : 'INVITED' });
    if (email === null) return;
    const name = textFor(its.name, locale);
    const { startsAt, endsAt, place } = await this.changes.whereabouts(tx, session);
    await this.letters.write(tx, speakerInvitedLetter, {
      key: speakerId, to: { email, name }, locale, from: forum.sender ?? textFor(conference.title, locale), conferenceId: conference.id,
      props: {
        name, speakerId, conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
        forum: forum.title, session: { title: session.title ?? forum.title, startsAt, endsAt, place },
      },
    });
  }
}
