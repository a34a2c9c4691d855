import { AudienceCounts, Campaigns, CreateAudience, PutAway, UpdateAudience } from '#campaigns';
import type { Audience, AudienceCount, AudienceFilter } from '#campaigns';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { AudienceId, CampaignId, ConferenceId, ContactListId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type {
  AudienceFilter as FilterView, AudienceFilterInput, CreateAudienceInput, QueryAudiencesArgs, QueryCountAudienceArgs, UpdateAudienceInput,
} from '../graphql/schema.gen.js';
import { audienceById } from './campaigns.loaders.js';

/** Saved filters over the contacts of a series. */
@Resolver('Audience')
export class AudiencesResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly campaigns: Campaigns, private readonly counts: AudienceCounts, private readonly creating: CreateAudience,
    private readonly updating: UpdateAudience, private readonly puttingAway: PutAway,
  ) {}

  @Query('audiences')
  @Allow('campaigns.edit')
  async audiences(@CurrentActor() actor: Actor, @Args() args: QueryAudiencesArgs): Promise<Connection<Audience> | Refusal> {
    const found = await this.campaigns.audiences(actor, args.conferenceId as ConferenceId, pageRequest(args));
    return isRefusal(found) ? found : connection(found.page, () => found.count(), (row) => row);
  }

  @Query('audience')
  @Allow('campaigns.edit')
  audience(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<Audience | Refusal> {
    return this.campaigns.audience(actor, id as AudienceId);
  }

  @Query('countAudience')
  @Allow('campaigns.edit')
  countAudience(@CurrentActor() actor: Actor, @Args() { conferenceId, filter }: QueryCountAudienceArgs): Promise<AudienceCount | Refusal> {
    return this.campaigns.count(actor, conferenceId as ConferenceId, given(filter));
  }

  @Mutation('createAudience')
  @Allow('campaigns.edit')
  async create(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: CreateAudienceInput, @Args('idempotencyKey') key?: string,
  ): Promise<Audience | Refusal | null> {
    const made = await this.creating.run(actor, { conferenceId: input.conferenceId as ConferenceId, name: input.name, filter: given(input.filter) }, key ?? undefined);
    return isRefusal(made) ? made : loaders.load(audienceById, made.audienceId);
  }

  @Mutation('updateAudience')
  @Allow('campaigns.edit')
  async update(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: UpdateAudienceInput): Promise<Audience | Refusal | null> {
    const changed = await this.updating.run(actor, { id: input.id as AudienceId, version: input.version, name: input.name, filter: given(input.filter) });
    return isRefusal(changed) ? changed : loaders.load(audienceById, changed.audienceId);
  }

  @Mutation('archiveAudience')
  @Allow('campaigns.edit')
  async archive(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('id') id: string): Promise<Audience | Refusal | null> {
    const archived = await this.puttingAway.audience(actor, id as AudienceId);
    return isRefusal(archived) ? archived : loaders.load(audienceById, archived.audienceId);
  }

  @ResolveField('filter')
  filter(@Parent() { filter }: Audience): FilterView {
    const { came, answered } = filter;
    return {
      listIds: filter.listIds ?? null, regions: filter.regions ?? null, countries: filter.countries ?? null, locales: filter.locales ?? null,
      organisations: filter.organisations ?? null, tags: filter.tags ?? null, search: filter.search ?? null,
      cameToIds: came?.conferenceIds ?? null, cameAs: came?.categoryKeys ?? null, invitedToIds: answered?.conferenceIds ?? null, answered: answered?.answers ?? null,
      withoutInvited: filter.withoutInvited ?? true, withoutRegistered: filter.withoutRegistered ?? true, withoutCampaignIds: filter.withoutCampaigns ?? null,
    };
  }

  @ResolveField('count')
  async count(@Parent() { conferenceId, filter }: Audience, @Context() { loaders }: RequestContext): Promise<AudienceCount> {
    const conference = await loaders.load(conferenceById, conferenceId);
    if (conference === null) throw new Error(`conference ${conferenceId} has an audience and is not there`);
    return this.counts.count(this.work.reader, conference, filter);
  }
}

/** What a client leaves out or sends as null limits nothing. */
function given(input: AudienceFilterInput): AudienceFilter {
  const part = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;
  const parts = {
    listIds: part(input.listIds as readonly ContactListId[] | null | undefined), regions: part(input.regions), countries: part(input.countries?.map((code) => code.toUpperCase())),
    locales: part(input.locales), organisations: part(input.organisations), tags: part(input.tags), search: part(input.search),
    came: input.cameToIds == null ? undefined : { conferenceIds: input.cameToIds as readonly ConferenceId[], ...(input.cameAs == null ? {} : { categoryKeys: input.cameAs }) },
    answered: input.invitedToIds == null ? undefined : { conferenceIds: input.invitedToIds as readonly ConferenceId[], answers: input.answered ?? ['NONE'] },
    withoutInvited: input.withoutInvited ?? true, withoutRegistered: input.withoutRegistered ?? true, withoutCampaigns: part(input.withoutCampaignIds as readonly CampaignId[] | null | undefined),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
