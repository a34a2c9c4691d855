import type { Conference } from '#conferences';
import { rowsOf } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AudienceDesk } from './audience-desk.js';
import { leftOutBy, toBeWritten } from './audience-filter.js';
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
}

export interface LocaleCount {
  readonly locale: string;
  readonly count: number;
}

type Place = Pick<Conference, 'id' | 'seriesId' | 'locales'>;

/** Counts audiences by a statement each, over any number of contacts or registrations. */
@Injectable()
export class AudienceCounts {
  constructor(private readonly desk: AudienceDesk) {}

  async count(em: EntityManager, conference: Place, filter: AudienceFilter): Promise<AudienceCount> {
    const parameters: unknown[] = [];
    const { from, where, suppressed, invited, registered, written } = await this.desk.sql(em, conference, filter, parameters);
    const { joins, tests } = leftOutBy([suppressed, registered, invited, written]);
    const [row] = await rowsOf<AudienceCount>(em, `
      SELECT count(*)::int AS matched, count(*) FILTER (WHERE out = 1)::int AS suppressed, count(*) FILTER (WHERE out = 2)::int AS registered,
        count(*) FILTER (WHERE out = 3)::int AS invited, count(*) FILTER (WHERE out = 4)::int AS written, count(*) FILTER (WHERE out = 0)::int AS recipients
      FROM (SELECT CASE ${tests.map((test, at) => `WHEN ${test} THEN ${at + 1}`).join(' ')} ELSE 0 END AS out
        FROM ${from} ${joins} WHERE ${where}) found`, parameters);
    if (row === undefined) throw new Error('a count without a row');
    return row;
  }

  /** Whom a campaign would write to, by their own language, most first. */
  async byLocale(em: EntityManager, conference: Place, filter: AudienceFilter): Promise<readonly LocaleCount[]> {
    const parameters: unknown[] = [];
    const audience = await this.desk.sql(em, conference, filter, parameters);
    const locale = localeSql(conference, parameters);
    return rowsOf<LocaleCount>(em, `SELECT ${locale} AS locale, count(*)::int AS count FROM ${audience.from} WHERE ${toBeWritten(audience)} GROUP BY 1 ORDER BY count DESC, 1`, parameters);
  }
}
