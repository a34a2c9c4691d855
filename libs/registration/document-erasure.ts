import type { ConferenceId, PersonId, RegistrationId } from '#kernel';
import { TravelDocuments } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AttachedFiles } from './attached-files.js';
import { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';

/** How much of one kind was erased, by conference. */
export interface Erased {
  /** Whether there may be more. */
  readonly isFull: boolean;
  readonly counts: ReadonlyMap<ConferenceId, number>;
}

const AT_ONCE = 200;

// Who is being edited now is left to the next sweep: nobody waits for this one, nor it for anybody.
const CARRYING = `
  SELECT r.id FROM registration r
  WHERE r.conference_id = ANY($1::uuid[]) AND (r.document_index IS NOT NULL OR EXISTS (SELECT 1 FROM file_use u WHERE u.used_by = r.id))
  ORDER BY r.id LIMIT ${AT_ONCE} FOR UPDATE OF r SKIP LOCKED`;
const DUE = `
  EXISTS (SELECT 1 FROM registration r WHERE r.person_id = t.person_id)
  AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.person_id = t.person_id AND r.conference_id <> ALL($1::uuid[]))`;
const HOLDERS = `
  SELECT p.id FROM person p WHERE EXISTS (SELECT 1 FROM travel_document t WHERE t.person_id = p.id AND ${DUE})
  ORDER BY p.id LIMIT ${AT_ONCE} FOR NO KEY UPDATE OF p SKIP LOCKED`;
const STILL_DUE = `SELECT t.person_id AS id FROM travel_document t WHERE t.person_id = ANY($2::uuid[]) AND ${DUE}`;
const BY_CONFERENCE = `
  SELECT conference_id AS "conferenceId", count(DISTINCT person_id)::int AS count FROM registration WHERE person_id = ANY($1::uuid[]) GROUP BY 1`;

/** The two halves of an erasure, a batch each; `past` are the conferences whose documents are kept no longer. */
@Injectable()
export class DocumentErasure {
  constructor(private readonly store: RegistrationStore, private readonly files: AttachedFiles, private readonly documents: TravelDocuments) {}

  /** What their registrations carry: uploaded files with the answers that name them, and the blind index of the document. */
  async ofRegistrations(tx: Tx, past: readonly ConferenceId[]): Promise<Erased> {
    const rows = await tx.query<{ id: RegistrationId }>(CARRYING, [past]);
    const counts = new Map<ConferenceId, number>();
    for (const registration of await tx.em.findBy(Registration, { id: In(rows.map(({ id }) => id)) })) {
      const { conferenceId } = registration;
      const answers = registration.answers.filter(({ fileId }) => fileId === undefined);
      await this.files.release(tx, registration);
      await this.store.refresh(tx, registration, { answers, documentIndex: null });
      counts.set(conferenceId, (counts.get(conferenceId) ?? 0) + registration.answers.length - answers.length);
    }
    return { isFull: rows.length === AT_ONCE, counts };
  }

  /**
   * Documents of people who are registered for none but these. Whoever registers a known person locks it first, so what
   * is asked again under the lock stays true until the commit.
   */
  async ofPeople(tx: Tx, past: readonly ConferenceId[]): Promise<Erased> {
    const locked = await tx.query<{ id: PersonId }>(HOLDERS, [past]);
    const due = await tx.query<{ id: PersonId }>(STILL_DUE, [past, locked.map(({ id }) => id)]);
    const people = due.map(({ id }) => id);
    await this.documents.erase(tx, people);
    const counts = await tx.query<{ conferenceId: ConferenceId; count: number }>(BY_CONFERENCE, [people]);
    return { isFull: locked.length === AT_ONCE, counts: new Map(counts.map(({ conferenceId, count }) => [conferenceId, count])) };
  }
}
