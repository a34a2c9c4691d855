import type { Actor } from '#identity';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, Page, PageRequest, SeriesId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import type { CursorRefusal } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Conference } from './conference.entity.js';
import { draftScopeOf } from './conference.policy.js';

// $1 everywhere, $2 series and $3 conferences whose drafts are seen.
const SEEN = `(c.state <> 'DRAFT' OR $1 OR c.series_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))`;
const AFTER = '($4::date IS NULL OR (c.starts_on, c.id) < ($4::date, $5::uuid))';
const PAGE = `SELECT c.id FROM conference c WHERE ${SEEN} AND ${AFTER} ORDER BY c.starts_on DESC, c.id DESC LIMIT $6`;
const PAGES = `
  SELECT page.id FROM unnest($7::uuid[]) AS wanted (series_id) CROSS JOIN LATERAL (
    SELECT c.id FROM conference c WHERE c.series_id = wanted.series_id AND ${SEEN} AND ${AFTER}
    ORDER BY c.starts_on DESC, c.id DESC LIMIT $6) AS page`;
const COUNTS = `SELECT c.series_id, count(*)::int AS count FROM conference c WHERE ${SEEN} GROUP BY c.series_id`;

/** Lists of conferences, newest first: for everybody what was published, for staff also the drafts in their scopes. */
@Injectable()
export class ConferenceList {
  constructor(private readonly work: UnitOfWork) {}

  /** A page of all conferences, or of one series. */
  async page(actor: Actor, request: PageRequest, seriesId?: SeriesId): Promise<Page<Conference> | CursorRefusal> {
    if (seriesId !== undefined) {
      const pages = await this.pagesOf(actor, request, [seriesId]);
      return pages instanceof Map ? pages.get(seriesId) ?? { items: [], hasNextPage: false } : pages;
    }
    const rows = await this.rows(PAGE, actor, request, []);
    return rows === undefined ? refuse('cursor.malformed') : pageOf(rows, request, keyOf);
  }

  /** The same page of each of several series, in two statements however many there are. */
  async pagesOf(actor: Actor, request: PageRequest, seriesIds: readonly SeriesId[]): Promise<Map<SeriesId, Page<Conference>> | CursorRefusal> {
    const rows = await this.rows(PAGES, actor, request, [seriesIds.filter(isId)]);
    if (rows === undefined) return refuse('cursor.malformed');
    return new Map(seriesIds.map((id) => [id, pageOf(rows.filter((row) => row.seriesId === id), request, keyOf)]));
  }

  async count(actor: Actor, seriesId?: SeriesId): Promise<number> {
    const counts = await this.countsOf(actor);
    return seriesId === undefined ? [...counts.values()].reduce((sum, count) => sum + count, 0) : counts.get(seriesId) ?? 0;
  }

  /** How many of each series; series without any are absent. */
  async countsOf(actor: Actor): Promise<Map<SeriesId, number>> {
    const rows = await rowsOf<{ series_id: SeriesId; count: number }>(this.work.reader, COUNTS, seenBy(actor));
    return new Map(rows.map((row) => [row.series_id, row.count]));
  }

  private async rows(sql: string, actor: Actor, request: PageRequest, more: readonly unknown[]): Promise<Conference[] | undefined> {
    const [startsOn, id] = request.after === undefined ? [null, null] : decodeCursor(request.after, 2) ?? [undefined, undefined];
    const isCursor = startsOn === null || (typeof startsOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(startsOn) && typeof id === 'string' && isId(id));
    if (!isCursor) return undefined;
    const found = await rowsOf<{ id: ConferenceId }>(this.work.reader, sql, [...seenBy(actor), startsOn, id, request.first + 1, ...more]);
    return this.work.reader.find(Conference, { where: { id: In(found.map((row) => row.id)) }, order: { startsOn: 'DESC', id: 'DESC' } });
  }
}

const keyOf = (row: Conference): readonly string[] => [row.startsOn, row.id];

function seenBy(actor: Actor): readonly unknown[] {
  const drafts = draftScopeOf(actor);
  return [drafts.everywhere, drafts.seriesIds, drafts.conferenceIds];
}
