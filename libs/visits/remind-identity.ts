import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import { Clock } from '#kernel';
import type { DepartureId, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { BookingDesk } from './booking-desk.js';
import { Eligibility } from './eligibility.js';
import { identityDue, missingIdentity } from './eligibility.rules.js';

/** So many hours before what a site needs must be there, those of whom something is missing are reminded. */
export const IDENTITY_REMINDER_HOURS = 72;
const AT_ONCE = 100;

// The line in `identity_reminder` is what makes it once: a sweep beside this one waits for it and then leaves it out.
const DUE = `
  INSERT INTO identity_reminder (departure_id, registration_id, conference_id, written_at)
  SELECT d.id, p.holder_id, d.conference_id, $1
  FROM departure d JOIN visit v ON v.id = d.visit_id JOIN place p ON p.pool_id = d.pool_id JOIN registration r ON r.id = p.holder_id
  WHERE d.state <> 'CANCELLED' AND d.starts_at - v.identity_hours * interval '1 hour' > $1
    AND d.starts_at - v.identity_hours * interval '1 hour' <= $1::timestamptz + $2 * interval '1 hour'
    AND (('PHONE' = ANY(v.identity_needs) AND r.phone IS NULL)
      OR ('BIRTH_DATE' = ANY(v.identity_needs) AND NOT EXISTS (SELECT 1 FROM visitor o WHERE o.registration_id = r.id))
      OR ('TRAVEL_DOCUMENT' = ANY(v.identity_needs) AND NOT EXISTS (SELECT 1 FROM travel_document t WHERE t.person_id = r.person_id))
      OR p.party - 1 > (SELECT count(*) FROM companion c WHERE c.departure_id = d.id AND c.registration_id = r.id AND c.latin_name IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM identity_reminder done WHERE done.departure_id = d.id AND done.registration_id = r.id)
  ORDER BY d.id, p.holder_id LIMIT ${AT_ONCE}
  ON CONFLICT DO NOTHING RETURNING departure_id AS "departureId", registration_id AS "registrationId"`;
const NAMELESS = `
  SELECT p.party - 1 - (SELECT count(*)::int FROM companion c WHERE c.departure_id = $1 AND c.registration_id = $2 AND c.latin_name IS NOT NULL) AS nameless
  FROM place p JOIN departure d ON d.pool_id = p.pool_id WHERE d.id = $1 AND p.holder_id = $2`;

interface Reminded {
  readonly departureId: DepartureId;
  readonly registrationId: RegistrationId;
}

/**
 * Writes to whoever has a seat and has not given what the site needs, or not named all who come along, before it is too
 * late: once for each departure, late where the worker was down, but not when the hour has passed.
 */
@Injectable()
export class RemindIdentity {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly registrations: Registrations,
    private readonly desk: BookingDesk, private readonly eligibility: Eligibility, private readonly clock: Clock,
  ) {}

  /** @returns how many letters were written */
  async run(): Promise<number> {
    for (let written = 0; ;) {
      const batch = await this.work.run(async (tx) => {
        const due = await tx.query<Reminded>(DUE, [this.clock.now(), IDENTITY_REMINDER_HOURS]);
        for (const one of due) await this.write(tx, one);
        return due.length;
      });
      written += batch;
      if (batch < AT_ONCE) return written;
    }
  }

  private async write(tx: Tx, { departureId, registrationId }: Reminded): Promise<void> {
    const found = await this.desk.find(tx, departureId);
    const registration = await this.registrations.byId(tx.em, registrationId);
    const conference = registration === null ? null : await this.conferences.byId(tx.em, registration.conferenceId);
    if (found === undefined || registration === null || conference === null) return;
    const missing = missingIdentity(found.visit, await this.eligibility.candidate(tx.em, registration, found.visit));
    const [row] = await tx.query<{ nameless: number }>(NAMELESS, [departureId, registrationId]);
    const draft = await this.desk.letters.draft(tx, { registration, conference }, found);
    await this.desk.letters.identityDue(tx, draft, `${departureId}:${registrationId}`, { missing: [...missing], nameless: row?.nameless ?? 0, due: identityDue(found.visit, found.departure).toISOString() });
  }
}
