import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { Page, PageRequest, Refusal, SeriesId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactMerge } from './contact-merge.entity.js';

/** What was merged in a series, newest first. */
@Injectable()
export class MergeList {
  constructor(private readonly work: UnitOfWork) {}

  async page(seriesId: SeriesId, request: PageRequest): Promise<Page<ContactMerge> | Refusal<'cursor.malformed'>> {
    const query = this.work.reader.createQueryBuilder(ContactMerge, 'm').where('m.series_id = :seriesId', { seriesId });
    if (request.after !== undefined) {
      const [id] = decodeCursor(request.after, 1) ?? [];
      if (typeof id !== 'string' || !isId(id)) return refuse('cursor.malformed');
      query.andWhere('m.id < :id', { id });
    }
    return pageOf(await query.orderBy('m.id', 'DESC').limit(request.first + 1).getMany(), request, ({ id }) => [id]);
  }

  count(seriesId: SeriesId): Promise<number> {
    return this.work.reader.countBy(ContactMerge, { seriesId });
  }
}
