import { isDeepStrictEqual } from 'node:util';
import { Clock, isRefusal, newId } from '#kernel';
import type { CategoryId, ConferenceId, Refusal } from '#kernel';
import { Pools } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Categories } from './categories.js';
import { Category } from './category.entity.js';
import type { CheckedCategory } from './check-category.js';
import { Conference } from './conference.entity.js';
import { FormVersion } from './form-version.entity.js';
import type { Question } from './form.js';

/** Writes a category together with its pool and its form, which are only ever changed by it. */
@Injectable()
export class CategoryWriter {
  constructor(
    private readonly pools: Pools,
    private readonly categories: Categories,
    private readonly clock: Clock,
  ) {}

  /** A new category with its pool and the first version of its form, last in the conference's order. */
  async make(tx: Tx, conferenceId: ConferenceId, key: string, { columns, capacity, questions }: CheckedCategory): Promise<CategoryId> {
    const id = newId<'Category'>();
    const { waitlistLimit, offerMinutes } = columns;
    const conference = await tx.em.findOneByOrFail(Conference, { id: conferenceId });
    const poolId = await this.pools.create(tx, {
      conferenceId, kind: 'CATEGORY', subjectId: id, size: capacity, waitlistLimit, offerMinutes, closesAt: doorsOpen(conference),
    });
    const last = await tx.em.maximum(Category, 'position', { conferenceId });
    await tx.em.insert(Category, {
      id, conferenceId, key, position: (last ?? 0) + 1, poolId, ...columns, formVersion: 1, createdAt: this.clock.now(),
    });
    await this.writeForm(tx, { id, conferenceId }, 1, questions);
    return id;
  }

  /**
   * Changes a category. Another form is a new version, since answers keep theirs; a raised capacity is offered to those
   * who wait by this same transaction.
   * @returns places.below-taken where fewer places are asked for than are taken
   */
  async change(tx: Tx, category: Category, { columns, capacity, questions }: CheckedCategory): Promise<CategoryId | Refusal> {
    const { waitlistLimit, offerMinutes } = columns;
    const configured = await this.pools.configure(tx, category.poolId, { size: capacity, waitlistLimit, offerMinutes });
    if (isRefusal(configured)) return configured;
    const current = await this.categories.form(tx.em, category);
    const isSameForm = isDeepStrictEqual(current.questions, questions);
    const formVersion = isSameForm ? category.formVersion : category.formVersion + 1;
    if (!isSameForm) await this.writeForm(tx, category, formVersion, questions);
    await tx.em.update(Category, { id: category.id }, { ...columns, formVersion });
    return category.id;
  }

  /** The conference has other dates: the lines of its categories end with its new beginning. */
  async moveLines(tx: Tx, conference: Pick<Conference, 'id' | 'startsOn' | 'timeZone'>): Promise<void> {
    const categories = await tx.em.find(Category, { where: { conferenceId: conference.id }, order: { poolId: 'ASC' } });
    for (const { poolId } of categories) await this.pools.configure(tx, poolId, { closesAt: doorsOpen(conference) });
  }

  private async writeForm(tx: Tx, category: { id: CategoryId; conferenceId: ConferenceId }, version: number, questions: readonly Question[]): Promise<void> {
    await tx.em.insert(FormVersion, {
      categoryId: category.id, version, conferenceId: category.conferenceId, questions: [...questions], createdAt: this.clock.now(),
    });
  }
}

/** Nobody is kept waiting for a place once the first day has begun: midnight of the conference's zone. */
function doorsOpen({ startsOn, timeZone }: Pick<Conference, 'startsOn' | 'timeZone'>): Date {
  return new Date(Temporal.PlainDate.from(startsOn).toZonedDateTime(timeZone).epochMilliseconds);
}
