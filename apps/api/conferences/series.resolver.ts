import { CreateSeries, Editions } from '#conferences';
import type { Conference, Series } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { Refused } from '../graphql/refused.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CreateSeriesInput, QuerySeriesListArgs, SeriesConferencesArgs } from '../graphql/schema.gen.js';
import { editionsKey } from './loader-keys.js';
import { editionCountOfSeries, editionsOfSeries, nextHostOfSeries } from './series.loaders.js';

@Resolver('Series')
export class SeriesResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: Editions,
    private readonly createVerb: CreateSeries,
  ) {}

  @Query('series')
  @Public()
  bySlug(@Args('slug') slug: string): Promise<Series | null> {
    return this.editions.seriesBySlug(this.work.reader, slug);
  }

  @Query('seriesList')
  @Public()
  async list(@Args() args: QuerySeriesListArgs): Promise<Connection<Series> | Refusal> {
    const page = await this.editions.pageOfSeries(this.work.reader, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.editions.countSeries(this.work.reader), (row) => row);
  }

  @Mutation('createSeries')
  @Allow('series.edit')
  create(@CurrentActor() actor: Actor, @Args('input') input: CreateSeriesInput, @Args('idempotencyKey') key?: string): Promise<Series | Refusal> {
    return this.createVerb.run(actor, input, key ?? undefined);
  }

  @ResolveField('nextHostRegion')
  nextHostRegion(@Parent() series: Series, @Context() { loaders }: RequestContext): Promise<string | null> {
    return loaders.load(nextHostOfSeries, series.id);
  }

  @ResolveField('conferences')
  async conferences(@Parent() series: Series, @Args() args: SeriesConferencesArgs, @Context() { loaders }: RequestContext): Promise<Connection<Conference>> {
    const page = await loaders.load(editionsOfSeries, editionsKey(series.id, pageRequest(args)));
    if (page === null) throw new Refused(refuse('cursor.malformed'));
    return connection(page, () => loaders.load(editionCountOfSeries, series.id), (row) => row);
  }
}
