import { Injectable } from '@nestjs/common';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, Page, PageRequest, Refusal, SuppressionId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Suppression } from './suppression.entity.js';
import type { SuppressionReason } from './suppression.entity.js';

export interface SuppressionFilter {
  readonly reasons?: readonly SuppressionReason[] | undefined;
  /** Part of the address, in any case. */
  readonly search?: string | undefined;
}

const BATCH = 1_000;

/** The list of those who are not written to, as the staff of a conference read it: its own and those of the installation. */
@Injectable()
export class SuppressionStore {
  constructor(private readonly work: UnitOfWork) {}

  async byId(id: SuppressionId): Promise<Suppression | undefined> {
    return (await this.work.reader.findOneBy(Suppression, { id })) ?? undefined;
  }

  /** Newest first, by keyset over their ids, which sort by time. */
  async page(conferenceId: ConferenceId, filter: SuppressionFilter, request: PageRequest): Promise<Page<Suppression> | Refusal<'cursor.malformed'>> {
    const query = this.matching(conferenceId, filter).orderBy('s.id', 'DESC').limit(request.first + 1);
    if (request.after !== undefined) {
      const [id] = decodeCursor(request.after, 1) ?? [];
      if (typeof id !== 'string' || !isId(id)) return refuse('cursor.malformed');
      query.andWhere('s.id < :after', { after: id });
    }
    return pageOf(await query.getMany(), request, ({ id }) => [id]);
  }

  count(conferenceId: ConferenceId, filter: SuppressionFilter): Promise<number> {
    return this.matching(conferenceId, filter).getCount();
  }

  /** All of them, a batch at a time. */
  async *all(conferenceId: ConferenceId): AsyncGenerator<Suppression> {
    for (let after: string | undefined; ;) {
      const query = this.matching(conferenceId, {}).orderBy('s.id', 'DESC').limit(BATCH);
      if (after !== undefined) query.andWhere('s.id < :after', { after });
      const rows = await query.getMany();
      yield* rows;
      after = rows.at(-1)?.id;
      if (rows.length < BATCH) return;
    }
  }

  private matching(conferenceId: ConferenceId, { reasons, search }: SuppressionFilter): SelectQueryBuilder<Suppression> {
    const query = this.work.reader.createQueryBuilder(Suppression, 's').where('s.liftedAt IS NULL AND (s.conferenceId IS NULL OR s.conferenceId = :conferenceId)', { conferenceId });
    if (reasons !== undefined) query.andWhere('s.reason = ANY(:reasons)', { reasons });
    if (search !== undefined && search.trim() !== '') query.andWhere('strpos(s.addressKey, lower(:search)) > 0', { search: search.trim() });
    return query;
  }
}
