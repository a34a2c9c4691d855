import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, Page, PageRequest } from '#kernel';
import { pageById, rowsOf, UnitOfWork } from '#platform';
import type { CursorRefusal } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { RunOutcome } from './run-outcome.entity.js';
import { RegistrationRun } from './run.entity.js';
import type { RegistrationRunId } from './run.entity.js';

/** How far a run is. */
export interface RunProgress {
  readonly total: number;
  readonly done: number;
  readonly refused: number;
}

const PROGRESS = `
  SELECT r.id, cardinality(r.registration_ids) AS total, coalesce(o.done, 0)::int AS done, coalesce(o.refused, 0)::int AS refused
  FROM registration_run r LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE refused IS NULL) AS done, count(*) FILTER (WHERE refused IS NOT NULL) AS refused
    FROM registration_run_outcome WHERE run_id = r.id) o ON true
  WHERE r.id = ANY($1::uuid[])`;

/** Reads runs, how far they are, and what they could not do. */
@Injectable()
export class RegistrationRuns {
  constructor(private readonly work: UnitOfWork) {}

  byId(id: string): Promise<RegistrationRun | null> {
    return isId(id) ? this.work.reader.findOneBy(RegistrationRun, { id: id as RegistrationRunId }) : Promise.resolve(null);
  }

  /** Newest first. */
  page(conferenceId: ConferenceId, request: PageRequest): Promise<Page<RegistrationRun> | CursorRefusal> {
    return pageById(this.work.reader, RegistrationRun, request, { where: { conferenceId }, order: 'DESC' });
  }

  count(conferenceId: ConferenceId): Promise<number> {
    return this.work.reader.countBy(RegistrationRun, { conferenceId });
  }

  async progressOf(ids: readonly RegistrationRunId[]): Promise<ReadonlyMap<RegistrationRunId, RunProgress>> {
    const rows = await rowsOf<RunProgress & { readonly id: RegistrationRunId }>(this.work.reader, PROGRESS, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What was not done, in the order in which it was tried. */
  async refusedPage(runId: RegistrationRunId, request: PageRequest): Promise<Page<RunOutcome> | CursorRefusal> {
    const after = request.after === undefined ? 0 : decodeCursor(request.after, 1)?.[0];
    if (typeof after !== 'number') return refuse('cursor.malformed');
    const rows = await this.work.reader.find(RunOutcome, { where: { runId, refused: Not(IsNull()), position: MoreThan(after) }, order: { position: 'ASC' }, take: request.first + 1 });
    return pageOf(rows, request, ({ position }) => [position]);
  }
}
