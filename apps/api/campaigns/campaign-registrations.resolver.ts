import { mayCampaign } from '#campaigns';
import type { Campaign } from '#campaigns';
import type { Category } from '#conferences';
import type { ListFilter } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById, conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CampaignRegistrations } from '../graphql/schema.gen.js';

type Chosen = Omit<CampaignRegistrations, 'categories'> & Pick<ListFilter, 'categoryIds'>;

/** Which registrations a campaign writes to, in the words of who chose them. */
@Resolver('CampaignRegistrations')
export class CampaignRegistrationsResolver {
  @ResolveField('categories')
  async categories(@Parent() { categoryIds }: Chosen, @Context() { loaders }: RequestContext): Promise<readonly Category[]> {
    return (await loaders.loadMany(categoryById, categoryIds ?? [])).filter((one) => one !== null);
  }
}

/** Nothing for those who may not read registrations: a filter may hold words of the staff that are not for everybody. */
export async function registrationsOf({ conferenceId, plan }: Campaign, { actor, loaders }: RequestContext): Promise<Chosen | null> {
  const { registrations } = plan;
  const conference = registrations == null ? null : await loaders.load(conferenceById, conferenceId);
  if (registrations == null || conference === null || !mayCampaign(actor, 'registration.read', conference)) return null;
  const { ids, search, states, categoryIds, nationalities, tags } = registrations;
  return { picked: ids?.length ?? null, search: search ?? null, states: [...states ?? []], categoryIds, nationalities: [...nationalities ?? []], tags: [...tags ?? []] };
}
