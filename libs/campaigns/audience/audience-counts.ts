import type { Conference } from '#conferences';
import { rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AudienceDesk } from './audience-desk.js';
import { leftOutBy } from './audience-filter.js';
import type { AudienceFilter } from './audience-filter.js';
import { localeSql } from './likely-locale.js';

/** How many an audience finds at this moment, and how many of them are left out; who is left out for two reasons counts under the first. */
export interface AudienceCount {
  readonly matched: number;
  readonly suppressed: number;
  readonly invited: number;
  readonly registered: number;
  /** Recipients of the campaigns that are left out. */
  readonly written: number;
  /** Whom a campaign would write to now. */
  readonly recipients: number;
  /** The same by their own language, most first. */
  readonly byLocale: readonly LocaleCount[];
}

export interface LocaleCount {
  readonly locale: string;
  readonly count: number;
}

/** By what a row is left out, as the statement numbers it; 0 is written to. */
const OUT = { 0: 'recipients', 1: 'suppressed', 2: 'registered', 3: 'invited', 4: 'written' } as const;

type Place = Pick<Conference, 'id' | 'seriesId' | 'locales'>;

/** Counts audiences, by one statement each, over any number of contacts or registrations. */
@Injectable()
export class AudienceCounts {
  constructor(private readonly desk: AudienceDesk) {}

  async count(em: EntityManager, conference: Place, filter: AudienceFilter): Promise<AudienceCount> {
    const parameters: unknown[] = [];
    const { from, where, suppressed, invited, registered, written } = await this.desk.sql(em, conference, filter, parameters);
    const { joins, tests } = leftOutBy([suppressed, registered, invited, written]);
    const rows = await rowsOf<{ out: keyof typeof OUT; locale: string; count: number }>(em, `
      SELECT CASE ${tests.map((test, at) => `WHEN ${test} THEN ${at + 1}`).join(' ')} ELSE 0 END AS out, ${localeSql(conference, parameters)} AS locale, count(*)::int AS count
      FROM ${from} ${joins} WHERE ${where} GROUP BY 1, 2 ORDER BY count DESC, locale`, parameters);
    const counted = { matched: 0, recipients: 0, suppressed: 0, registered: 0, invited: 0, written: 0 };
    for (const { out, count } of rows) {
      counted.matched += count;
      counted[OUT[out]] += count;
    }
    return { ...counted, byLocale: rows.filter(({ out }) => out === 0).map(({ locale, count }) => ({ locale, count })) };
  }
}
