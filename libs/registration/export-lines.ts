import type { Answer } from '#conferences';
import type { CategoryId, ConferenceId, RegistrationId } from '#kernel';
import type { NameOrder } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { RegistrationList } from './registration-list.js';
import type { ListFilter } from './registration-list.js';
import type { RegistrationState } from './registration.status.js';

/** The first batch is small, so that the first byte leaves soon; later ones are large enough that statements do not count, small enough that memory does not. */
const FIRST_BATCH = 100;
const BATCH = 500;

/** What an export says of one registration, as the statement gives it: no entity is made of a row that is only copied out. */
export interface ExportLine {
  readonly id: RegistrationId;
  readonly code: string;
  readonly state: RegistrationState;
  readonly categoryId: CategoryId;
  readonly nativeName: string | null;
  /** Null with the whole name, where a draft has no person yet. */
  readonly latinFamily: string | null;
  readonly latinGiven: string | null;
  readonly nameOrder: NameOrder | null;
  readonly salutation: string | null;
  readonly badgeName: string | null;
  readonly nationality: string | null;
  readonly residence: string | null;
  readonly organisation: string | null;
  readonly jobTitle: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string;
  readonly languages: string;
  readonly interpretation: string | null;
  readonly dietaryNeeds: string | null;
  readonly accessNeeds: string | null;
  readonly origin: string;
  readonly tags: string;
  readonly submittedAt: Date | null;
  readonly answers: readonly Answer[];
}

const LINES = (which: string): string => `
  SELECT r.id, r.code, r.state, r.category_id AS "categoryId", p.native_name AS "nativeName", p.latin_family AS "latinFamily", p.latin_given AS "latinGiven",
    p.name_order AS "nameOrder", p.salutation, p.badge_name AS "badgeName", r.nationality, p.residence, r.organisation, r.job_title AS "jobTitle", r.email, r.phone,
    r.locale, array_to_string(r.languages, ' ') AS languages, r.interpretation, r.dietary_needs AS "dietaryNeeds", r.access_needs AS "accessNeeds", r.origin,
    array_to_string(r.tags, '; ') AS tags, r.submitted_at AS "submittedAt", r.answers
  FROM registration r LEFT JOIN person p ON p.id = r.person_id
  WHERE ${which}`;
const ALL = LINES('r.conference_id = $1 AND ($2::uuid IS NULL OR r.id > $2) ORDER BY r.id LIMIT $3');
const THESE = LINES('r.id = ANY($1::uuid[]) ORDER BY r.id');

/**
 * Reads the registrations of a conference that a filter finds in the order in which they were begun, a batch at a time by key: no long
 * transaction, no OFFSET. The next batch is on its way while one is written out, so that database and api work at once.
 */
@Injectable()
export class ExportLines {
  constructor(private readonly work: UnitOfWork, private readonly list: RegistrationList) {}

  async* of(conferenceId: ConferenceId, filter: ListFilter): AsyncGenerator<readonly ExportLine[]> {
    let size = FIRST_BATCH;
    let coming = this.batch(conferenceId, filter, null, size);
    for (;;) {
      const batch = await coming;
      const last = batch.at(-1);
      const isLast = batch.length < size || last === undefined;
      if (!isLast) {
        size = BATCH;
        coming = this.batch(conferenceId, filter, last.id, size);
        // Whoever stops reading leaves this batch unread, and its fault with it.
        coming.catch(() => undefined);
      }
      if (batch.length > 0) yield batch;
      if (isLast) return;
    }
  }

  private async batch(conferenceId: ConferenceId, filter: ListFilter, after: RegistrationId | null, size: number): Promise<readonly ExportLine[]> {
    const em = this.work.reader;
    if (Object.values(filter).every((part) => part === undefined)) return em.query<readonly ExportLine[]>(ALL, [conferenceId, after, size]);
    return em.query<readonly ExportLine[]>(THESE, [await this.list.idsOf(em, conferenceId, filter, size, after)]);
  }
}
