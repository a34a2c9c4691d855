import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { DepartureId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import type { Departure } from './departure.entity.js';
import { Eligibility } from './eligibility.js';
import { SameVisit } from './same-visit.js';
import { VisitLetters } from './visit-letters.js';
import type { DepartureOfVisit, OfRegistration, VisitDraft } from './visit-letters.js';
import { Visits } from './visits.js';
import { mayBook, mayChangeHands } from './visits.rules.js';

const AS_READ = 'SELECT 1 FROM departure d JOIN visit v ON v.id = d.visit_id WHERE d.id = $1 AND d.version = $2 AND v.version = $3';

/** Where bookings are taken in: the departure that is meant, whether it is time, who may go, and the letters about it. */
@Injectable()
export class BookingDesk {
  constructor(
    private readonly visits: Visits, readonly letters: VisitLetters, readonly sameVisit: SameVisit,
    private readonly eligibility: Eligibility, readonly clock: Clock,
  ) {}

  /** The departure with its visit. Verbs read it before they lock the registration, so that its lock is held shortly. */
  async find(tx: Tx, id: DepartureId): Promise<DepartureOfVisit | undefined> {
    const [departure] = await this.visits.departures(tx.em, [id]);
    if (departure === undefined) return undefined;
    const [visit] = await this.visits.byIds(tx.em, [departure.visitId]);
    return visit === undefined ? undefined : { departure, visit };
  }

  /**
   * The draft, once the pool's lock is held: whoever changed departure or visit between its reading and the lock told only
   * those who had seats by then, so the letter must say what they were told.
   */
  async upToDate(tx: Tx, of: OfRegistration, { departure, visit }: DepartureOfVisit, draft: VisitDraft): Promise<VisitDraft> {
    const asRead = await tx.query(AS_READ, [departure.id, departure.version, visit.version]);
    const now = asRead.length > 0 ? undefined : await this.find(tx, departure.id);
    return now === undefined ? draft : this.letters.draft(tx, of, now);
  }

  /** Why a registration may not book the departure now, if so: its window, and whom the site lets in. */
  async mayBook(tx: Tx, { registration, conference }: OfRegistration, found: DepartureOfVisit): Promise<Refusal | undefined> {
    return mayBook(found.departure, this.clock.now()) ?? this.mayGo(tx, { registration, conference }, found);
  }

  /** Why the site does not let a registration in, if so. */
  mayGo(tx: Tx, { registration, conference }: OfRegistration, found: DepartureOfVisit): Promise<Refusal | undefined> {
    return this.eligibility.refusal(tx.em, registration, found, conference);
  }

  mayChangeHands(departure: Departure): Refusal | undefined {
    return mayChangeHands(departure, this.clock.now());
  }
}
