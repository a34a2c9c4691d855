import { mayCampaign } from '#campaigns';
import type { Conference } from '#conferences';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';

/** What the caller may do with a conference's campaigns, so that no page offers what would be refused. */
@Resolver('Conference')
export class ConferenceCampaignsResolver {
  @ResolveField('mayDraftCampaigns')
  mayDraftCampaigns(@Parent() conference: Conference, @Context() { actor }: RequestContext): boolean {
    return mayCampaign(actor, 'campaigns.edit', conference);
  }
}
