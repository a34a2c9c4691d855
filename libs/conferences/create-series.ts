import { Audit, denied, may } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId } from '#kernel';
import type { Refusal, SeriesId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkSeries } from './check-series.js';
import type { SeriesInput } from './check-series.js';
import { Series } from './series.entity.js';
import { refusingTaken } from './taken.js';

/** Makes a series with its rotation of host regions. */
@Injectable()
export class CreateSeries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, input: SeriesInput, key?: string): Promise<Series | Refusal> {
    if (!may(actor, 'series.edit', {})) return denied(actor);
    const checked = checkSeries(input);
    if ('problems' in checked) return invalid(checked.problems);
    return refusingTaken({ series_slug: 'slug' }, () => this.work.run(async (tx) => {
      const request = { principal: actor.principal, operation: 'createSeries', key, arguments: input };
      const made = await once(tx, request, async () => {
        const id = newId<'Series'>();
        await tx.em.insert(Series, { id, ...checked.value, createdAt: this.clock.now() });
        await this.audit.write(tx, { actor, action: 'series.created', subjectKind: 'series', subjectId: id });
        return { id };
      });
      return isRefusal(made) ? made : tx.em.findOneByOrFail(Series, { id: made.id satisfies SeriesId });
    }));
  }
}
