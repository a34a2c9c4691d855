import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { Page, PageRequest, Refusal, SeriesId } from '#kernel';
import type { Actor } from '#identity';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Conference } from './conference.entity.js';
import { draftScopeOf } from './conference.policy.js';

/** Lists of conferences, newest first: for everybody what was published, for staff also the drafts in their scopes. */
@Injectable()
export class ConferenceList {
  constructor(private readonly work: UnitOfWork) {}

  async page(actor: Actor, request: PageRequest, seriesId?: SeriesId): Promise<Page<Conference> | Refusal> {
    const query = this.seen(actor, seriesId).orderBy('c.starts_on', 'DESC').addOrderBy('c.id', 'DESC').limit(request.first + 1);
    if (request.after !== undefined) {
      const [startsOn, id] = decodeCursor(request.after, 2) ?? [];
      if (typeof startsOn !== 'string' || typeof id !== 'string' || !isId(id)) return refuse('page.cursor-unknown');
      query.andWhere('(c.starts_on, c.id) < (:startsOn::date, :id::uuid)', { startsOn, id });
    }
    return pageOf(await query.getMany(), request, (row) => [row.startsOn, row.id]);
  }

  async count(actor: Actor, seriesId?: SeriesId): Promise<number> {
    return this.seen(actor, seriesId).getCount();
  }

  private seen(actor: Actor, seriesId: SeriesId | undefined): SelectQueryBuilder<Conference> {
    const drafts = draftScopeOf(actor);
    const query = this.work.reader.createQueryBuilder(Conference, 'c').where('TRUE');
    if (seriesId !== undefined) query.andWhere('c.series_id = :seriesId', { seriesId });
    if (!drafts.everywhere) {
      query.andWhere("(c.state <> 'DRAFT' OR c.series_id = ANY(:seriesIds) OR c.id = ANY(:conferenceIds))", {
        seriesIds: drafts.seriesIds, conferenceIds: drafts.conferenceIds,
      });
    }
    return query;
  }
}
