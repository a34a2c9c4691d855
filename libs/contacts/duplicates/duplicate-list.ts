import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { Page, PageRequest, Refusal, SeriesId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactDuplicate } from './contact-duplicate.entity.js';

const COUNT = 'SELECT count(*)::int AS n FROM contact_duplicate WHERE series_id = $1 AND NOT is_dismissed';

/** Suggestions that wait for a person, the surest first. */
@Injectable()
export class DuplicateList {
  constructor(private readonly work: UnitOfWork) {}

  async page(seriesId: SeriesId, request: PageRequest): Promise<Page<ContactDuplicate> | Refusal<'cursor.malformed'>> {
    const query = this.work.reader.createQueryBuilder(ContactDuplicate, 'd').where('d.series_id = :seriesId AND NOT d.is_dismissed', { seriesId });
    if (request.after !== undefined) {
      const [score, one, other] = decodeCursor(request.after, 3) ?? [];
      if (typeof score !== 'number' || typeof one !== 'string' || typeof other !== 'string' || !isId(one) || !isId(other)) return refuse('cursor.malformed');
      query.andWhere('(-d.score, d.one_id, d.other_id) > (-(:score::real), :one, :other)', { score, one, other });
    }
    const rows = await query.orderBy('d.score', 'DESC').addOrderBy('d.one_id').addOrderBy('d.other_id').limit(request.first + 1).getMany();
    return pageOf(rows, request, (row) => [row.score, row.oneId, row.otherId]);
  }

  async count(seriesId: SeriesId): Promise<number> {
    return (await rowsOf<{ n: number }>(this.work.reader, COUNT, [seriesId]))[0]?.n ?? 0;
  }
}
