import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { Clock } from '#kernel';
import type { ConferenceId, RegistrationId } from '#kernel';
import { Letters } from '#mail';
import type { Letter } from '#mail';
import type { Released } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { Registration } from '#registration';
import type { DepartureNotice, DepartureTold } from './departure-notice.entity.js';
import { whereaboutsOf } from './departure-notices.js';
import type { Departure } from './departure.entity.js';
import { departureCancelledLetter } from './mails/departure-cancelled.mail.js';
import { departureCertainLetter } from './mails/departure-certain.mail.js';
import { departureChangedLetter } from './mails/departure-changed.mail.js';
import { departureSwappedLetter } from './mails/departure-swapped.mail.js';
import { holdExpiredLetter } from './mails/hold-expired.mail.js';
import { identityDueLetter } from './mails/identity-due.mail.js';
import type { IdentityDueProps } from './mails/identity-due.mail.js';
import { visitBookedLetter } from './mails/visit-booked.mail.js';
import { visitCancelledLetter } from './mails/visit-cancelled.mail.js';
import { visitChangedLetter } from './mails/visit-changed.mail.js';
import { visitHeldLetter } from './mails/visit-held.mail.js';
import type { VisitLetterProps } from './mails/visit-letter.js';
import { visitWaitlistedLetter } from './mails/visit-waitlisted.mail.js';
import type { Visit } from './visit.entity.js';

/** Whose letter it is: a registration with its conference, as `Registrations.lockForVerb` gives them. */
export interface OfRegistration {
  readonly registration: Registration;
  readonly conference: Conference;
}

export interface DepartureOfVisit {
  readonly departure: Departure;
  readonly visit: Visit;
}

/** A letter about a departure that needs only its news: read before seats are locked, written after. */
export interface VisitDraft {
  readonly props: VisitLetterProps;
  readonly to: { readonly email: string; readonly name: string };
  readonly locale: string;
  readonly conferenceId: ConferenceId;
  readonly registrationId: RegistrationId;
}

/** Writes the letters about a delegate's bookings. */
@Injectable()
export class VisitLetters {
  constructor(private readonly letters: Letters, private readonly registrations: Registrations, private readonly clock: Clock) {}

  /** Reads all that a letter about this departure says. */
  async draft(tx: Tx, { registration, conference }: OfRegistration, { departure, visit }: DepartureOfVisit): Promise<VisitDraft> {
    const { email, name, locale } = await this.registrations.letterAddressOf(tx.em, registration);
    const { id, version, meetingPoint, vehicle, guideLanguages } = departure;
    const props = {
      name,
      conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
      visit: { title: visit.title, whatToBring: visit.whatToBring },
      departure: {
        id, version, meetingPoint, vehicle, guideLanguages,
        startsAt: departure.startsAt.toISOString(), endsAt: departure.endsAt.toISOString(),
      },
      writtenAt: this.clock.now().toISOString(),
    };
    return { props, to: { email, name }, locale, conferenceId: conference.id, registrationId: registration.id };
  }

  booked(tx: Tx, draft: VisitDraft, key: string): Promise<void> {
    return this.write(tx, visitBookedLetter, draft, draft.props, key);
  }

  waitlisted(tx: Tx, draft: VisitDraft, key: string, position: number): Promise<void> {
    return this.write(tx, visitWaitlistedLetter, draft, { ...draft.props, position }, key);
  }

  cancelled(tx: Tx, draft: VisitDraft, key: string, was: Released): Promise<void> {
    return this.write(tx, visitCancelledLetter, draft, { ...draft.props, was }, key);
  }

  held(tx: Tx, draft: VisitDraft, key: string, until: Date): Promise<void> {
    return this.write(tx, visitHeldLetter, draft, { ...draft.props, heldUntil: until.toISOString() }, key);
  }

  holdExpired(tx: Tx, draft: VisitDraft, key: string): Promise<void> {
    return this.write(tx, holdExpiredLetter, draft, draft.props, key);
  }

  identityDue(tx: Tx, draft: VisitDraft, key: string, said: Pick<IdentityDueProps, 'missing' | 'nameless' | 'due'>): Promise<void> {
    return this.write(tx, identityDueLetter, draft, { ...draft.props, ...said }, key);
  }

  /** The draft is about the departure that was taken; `left` is the one that was given up. */
  swapped(tx: Tx, draft: VisitDraft, key: string, { departure, visit }: DepartureOfVisit): Promise<void> {
    const left = { id: departure.id, version: departure.version, visit: visit.title, ...whereaboutsOf(departure) };
    return this.write(tx, departureSwappedLetter, draft, { ...draft.props, left }, key);
  }

  /** One letter for each whom a notice concerns, by what they had of the departure. */
  notice(tx: Tx, draft: VisitDraft, { kind, reason, before, after }: DepartureNotice, told: Pick<DepartureTold, 'id' | 'was' | 'clashes'>): Promise<void> {
    const { id, was, clashes } = told;
    const props = { ...draft.props, toldId: id, was };
    if (kind === 'CERTAIN') return this.write(tx, departureCertainLetter, draft, draft.props, id);
    if (kind === 'CANCELLED') return this.write(tx, departureCancelledLetter, draft, { ...props, reason }, id);
    if (before !== null && after !== null && 'stops' in before && 'stops' in after) return this.write(tx, visitChangedLetter, draft, { ...draft.props, before, after }, id);
    return this.write(tx, departureChangedLetter, draft, { ...props, before: before === null || 'stops' in before ? whereabouts(draft.props) : before, clashes }, id);
  }

  private async write<Props extends VisitLetterProps>(tx: Tx, letter: Letter<Props>, draft: VisitDraft, props: Props, key: string): Promise<void> {
    const { to, locale, conferenceId, registrationId } = draft;
    await this.letters.write(tx, letter, { key, to, locale, props, conferenceId, registrationId });
  }
}

function whereabouts({ departure: { startsAt, endsAt, meetingPoint, vehicle } }: VisitLetterProps) {
  return { startsAt, endsAt, meetingPoint, vehicle };
}
