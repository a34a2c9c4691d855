import { Clock } from '#kernel';
import type { RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReminderDesk } from './reminder-desk.js';

/** How many days before the first day of a conference, by the clocks of its city, people are reminded. */
export const REMINDER_DAYS = 3;
const AT_ONCE = 100;

// The line in `reminder` is what makes it once: a sweep beside this one waits for it and then leaves it out.
const DUE = `
  INSERT INTO reminder (registration_id, conference_id, written_at)
  SELECT r.id, r.conference_id, $1 FROM registration r JOIN conference c ON c.id = r.conference_id
  WHERE r.state = 'CONFIRMED' AND c.state IN ('PUBLISHED', 'OPEN', 'CLOSED')
    AND c.starts_on BETWEEN ($1::timestamptz - interval '1 day')::date AND ($1::timestamptz + ($2 + 1) * interval '1 day')::date
    AND c.starts_on::timestamp AT TIME ZONE c.time_zone > $1 AND c.starts_on::timestamp AT TIME ZONE c.time_zone <= $1::timestamptz + $2 * interval '1 day'
    AND NOT EXISTS (SELECT 1 FROM reminder done WHERE done.registration_id = r.id)
  ORDER BY r.id LIMIT ${AT_ONCE}
  ON CONFLICT DO NOTHING RETURNING registration_id AS id`;

/** Reminds everyone confirmed of a conference that begins soon, once; late where the worker was down, but not after it has begun. */
@Injectable()
export class RemindConfirmed {
  constructor(private readonly work: UnitOfWork, private readonly clock: Clock, private readonly desk: ReminderDesk) {}

  /** @returns how many letters were written */
  async run(): Promise<number> {
    for (let written = 0; ;) {
      const batch = await this.work.run(async (tx) => {
        const due = await tx.query<{ id: RegistrationId }>(DUE, [this.clock.now(), REMINDER_DAYS]);
        await this.desk.write(tx, due.map(({ id }) => id));
        return due.length;
      });
      written += batch;
      if (batch < AT_ONCE) return written;
    }
  }
}
