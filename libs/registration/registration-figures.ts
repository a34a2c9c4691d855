import type { CategoryId, ConferenceId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { RegistrationCounts } from './registration-counts.js';
import { isLive, liveStates, registrationStates } from './registration.status.js';
import type { RegistrationState } from './registration.status.js';

/** Numbers of a conference. */
export interface RegistrationFigures {
  /** Every state, in the order in which registrations live. */
  readonly byState: readonly { readonly state: RegistrationState; readonly count: number }[];
  /** Live ones only, most first. */
  readonly byNationality: readonly { readonly country: string; readonly count: number }[];
  /** Live ones only. */
  readonly byCategory: readonly { readonly categoryId: CategoryId; readonly count: number }[];
}

/** What was handed in on one day. */
export interface DayFigure {
  /** ISO 8601, on the conference's calendar. */
  readonly day: string;
  /** Handed in that day, whatever became of it. */
  readonly submitted: number;
  /** Of these, confirmed by now. */
  readonly confirmed: number;
}

const BY_DAY = `
  SELECT to_char(submitted_at AT TIME ZONE $2, 'YYYY-MM-DD') AS day, count(*)::int AS submitted, count(*) FILTER (WHERE state = 'CONFIRMED')::int AS confirmed
  FROM registration WHERE conference_id = $1 AND submitted_at IS NOT NULL GROUP BY 1 ORDER BY 1`;
const BY_NATIONALITY = `
  SELECT nationality AS country, count(*)::int AS count FROM registration
  WHERE conference_id = $1 AND state = ANY($2) AND nationality IS NOT NULL GROUP BY nationality ORDER BY count DESC, nationality`;

/** Counts for reports. By state and category they are kept by the writers; they tie out with the rows, which a test proves. */
@Injectable()
export class Figures {
  constructor(private readonly work: UnitOfWork, private readonly counts: RegistrationCounts) {}

  /** Days on which something was handed in, in their order; `timeZone` is the conference's. */
  byDay(conferenceId: ConferenceId, timeZone: string): Promise<DayFigure[]> {
    return rowsOf(this.work.reader, BY_DAY, [conferenceId, timeZone]);
  }

  async of(conferenceId: ConferenceId): Promise<RegistrationFigures> {
    const em = this.work.reader;
    const counts = await this.counts.read(em, conferenceId);
    const sum = (wanted: (one: (typeof counts)[number]) => boolean): number => counts.filter(wanted).reduce((total, { n }) => total + n, 0);
    const categories = [...new Set(counts.map(({ categoryId }) => categoryId))];
    return {
      byState: registrationStates.map((state) => ({ state, count: sum((one) => one.state === state) })),
      byNationality: await rowsOf<{ country: string; count: number }>(em, BY_NATIONALITY, [conferenceId, [...liveStates]]),
      byCategory: categories.map((categoryId) => ({ categoryId, count: sum((one) => one.categoryId === categoryId && isLive(one.state)) })),
    };
  }
}
