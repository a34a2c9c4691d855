import type { Category } from '#conferences';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { liveStates } from './registration.status.js';

const USES = `
  SELECT form_version AS version, count(*)::int AS n FROM registration
  WHERE conference_id = $1 AND category_id = $2 AND state = ANY($3) GROUP BY form_version`;

/** How many drafts and live registrations were given to each version of a category's form. */
@Injectable()
export class FormUses {
  constructor(private readonly work: UnitOfWork) {}

  async of({ conferenceId, id }: Pick<Category, 'conferenceId' | 'id'>): Promise<ReadonlyMap<number, number>> {
    const rows = await rowsOf<{ version: number; n: number }>(this.work.reader, USES, [conferenceId, id, ['DRAFT', ...liveStates]]);
    return new Map(rows.map(({ version, n }) => [version, n]));
  }
}
