import type { Category, Conference } from '#conferences';
import { Clock, textFor } from '#kernel';
import { Letters } from '#mail';
import type { Letter, LetterToWrite, PreparedLetter } from '#mail';
import { full, fullLatin, People } from '#people';
import type { Person } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { registrationCancelledLetter } from './mails/cancelled.mail.js';
import { registrationConfirmedLetter } from './mails/confirmed.mail.js';
import { registrationDeclinedLetter } from './mails/declined.mail.js';
import type { RegistrationLetterProps } from './mails/letter-props.js';
import { registrationLinkLetter } from './mails/link.mail.js';
import { registrationReceivedLetter } from './mails/received.mail.js';
import { registrationWaitlistedLetter } from './mails/waitlisted.mail.js';
import { registrationWithdrawnLetter } from './mails/withdrawn.mail.js';
import type { Registration } from './registration.entity.js';
import type { Moved } from './registration.store.js';

/** What a letter is about. */
export interface About {
  readonly conference: Conference;
  readonly category: Category;
  readonly person: Person | null;
}

/** Writes the letter that a move of a registration causes: one a move, since the move's id is its key. */
@Injectable()
export class RegistrationLetters {
  constructor(private readonly letters: Letters, private readonly people: People, private readonly conditions: ConditionsDesk, private readonly clock: Clock) {}

  /** @param reason what staff wrote to the delegate, for a decision of theirs */
  async afterMove(tx: Tx, moved: Moved, about: About, reason: string | null = null): Promise<void> {
    const letter = this.letterAfter(moved, about, reason);
    if (letter !== undefined) await this.letters.writeAll(tx, [letter]);
  }

  /** As `afterMove`, for many moves by one statement. */
  async afterMoves(tx: Tx, moves: readonly { readonly moved: Moved; readonly about: About }[]): Promise<void> {
    await this.letters.writeAll(tx, moves.map(({ moved, about }) => this.letterAfter(moved, about, null)).filter((letter) => letter !== undefined));
  }

  private letterAfter(moved: Moved, about: About, reason: string | null): PreparedLetter | undefined {
    const { registration } = moved;
    const props = propsOf(registration, about);
    const { conference } = about;
    const prepare = <P extends RegistrationLetterProps>(letter: Letter<P>, its: P): PreparedLetter => this.letters.prepare(letter, addressed(registration, about, moved.transitionId, its));
    switch (registration.state) {
      case 'IN_REVIEW': return prepare(registrationReceivedLetter, props);
      case 'CONFIRMED': return prepare(registrationConfirmedLetter, { ...props, conferenceId: conference.id, timeZone: conference.timeZone, confirmedAt: this.clock.now().toISOString() });
      case 'WAITLISTED': return prepare(registrationWaitlistedLetter, props);
      case 'DECLINED': return prepare(registrationDeclinedLetter, { ...props, reason });
      case 'CANCELLED': return prepare(registrationCancelledLetter, { ...props, reason });
      case 'WITHDRAWN': return prepare(registrationWithdrawnLetter, props);
      case 'DRAFT':
      case 'SUBMITTED': return undefined;
    }
  }

  /** Tells the owner that somebody tried to register the same person again; at most once an hour. */
  async existing(tx: Tx, registration: Registration): Promise<void> {
    const hour = this.clock.now().toISOString().slice(0, 13);
    await this.link(tx, registration, 'TRIED-AGAIN', `${registration.id}:${hour}`);
  }

  /** The way back to a registration, to the address that manages it. @param key what caused it */
  async link(tx: Tx, registration: Registration, why: 'ASKED' | 'TRIED-AGAIN', key: string): Promise<void> {
    const about = await this.aboutOf(tx, registration);
    await this.letters.write(tx, registrationLinkLetter, addressed(registration, about, key, { ...propsOf(registration, about), why, isDraft: registration.state === 'DRAFT' }));
  }

  async aboutOf(tx: Tx, registration: Registration): Promise<About> {
    const { conference, category } = await this.conditions.of(tx.em, registration);
    return { conference, category, person: registration.personId === null ? null : await this.people.byId(tx.em, registration.personId) };
  }
}

function addressed<P extends RegistrationLetterProps>(registration: Registration, { conference, person }: About, key: string, props: P): LetterToWrite<P> {
  const { id: registrationId, conferenceId, accountId, email, locale } = registration;
  return {
    key, to: { email, name: person === null ? '' : full(person.names) }, locale, props, from: textFor(conference.title, locale, conference.locales),
    conferenceId, registrationId, accountId,
  };
}

function propsOf(registration: Registration, { conference, category, person }: About): RegistrationLetterProps {
  const names = person?.names;
  return {
    registrationId: registration.id,
    code: registration.code,
    nativeName: names?.native ?? null,
    latinName: names === undefined ? '' : fullLatin(names),
    salutation: names?.salutation ?? null,
    conference: conference.title,
    category: category.title,
    city: conference.city,
    startsOn: conference.startsOn,
    endsOn: conference.endsOn,
  };
}
