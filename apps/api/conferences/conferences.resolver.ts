import { allowedMoves, ConferenceList, Conferences, mayEditConference, maySeeConference, scopeOf } from '#conferences';
import type { Category, Conference, ConferenceMove, Host, Series } from '#conferences';
import { may } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal } from '#kernel';
import type { Refusal, SeriesId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryConferencesArgs } from '../graphql/schema.gen.js';
import { categoriesOfConference, hostsOfConference } from './conferences.loaders.js';
import { seriesById } from './series.loaders.js';

/** A conference is seen by the schema as its row is; what hangs from it is loaded. */
@Resolver('Conference')
export class ConferencesResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly lists: ConferenceList,
  ) {}

  @Query('conference')
  @Public()
  async conference(@CurrentActor() actor: Actor, @Args('slug') slug: string): Promise<Conference | null> {
    const found = await this.conferences.bySlug(this.work.reader, slug);
    return found !== null && maySeeConference(actor, found) ? found : null;
  }

  @Query('conferences')
  @Public()
  async page(@CurrentActor() actor: Actor, @Args() args: QueryConferencesArgs): Promise<Connection<Conference> | Refusal> {
    const seriesId = args.seriesId == null ? undefined : (args.seriesId as SeriesId);
    if (seriesId !== undefined && !isId(seriesId)) return connection({ items: [], hasNextPage: false }, 0, (row: Conference) => row);
    const page = await this.lists.page(actor, pageRequest(args), seriesId);
    return isRefusal(page) ? page : connection(page, () => this.lists.count(actor, seriesId), (row) => row);
  }

  @ResolveField('series')
  series(@Parent() conference: Conference, @Context() { loaders }: RequestContext): Promise<Series | null> {
    return loaders.load(seriesById, conference.seriesId);
  }

  @ResolveField('hosts')
  hosts(@Parent() conference: Conference, @Context() { loaders }: RequestContext): Promise<readonly Host[]> {
    return loaders.load(hostsOfConference, conference.id);
  }

  /** What is for invited people only is not shown to strangers; an invitation leads there. */
  @ResolveField('categories')
  async categories(@Parent() conference: Conference, @Context() { actor, loaders }: RequestContext): Promise<readonly Category[]> {
    const all = await loaders.load(categoriesOfConference, conference.id);
    return may(actor, 'conference.read-draft', scopeOf(conference)) ? all : all.filter(({ invitationOnly }) => !invitationOnly);
  }

  @ResolveField('allowedMoves')
  allowedMoves(@Parent() conference: Conference, @Context() { actor }: RequestContext): readonly ConferenceMove[] {
    return mayEditConference(actor, conference) ? allowedMoves(conference.state) : [];
  }
}
