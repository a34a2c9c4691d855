import { LookAtOffer } from '#agenda';
import type { OfferSeen } from '#agenda';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import type { OfferId, Refusal } from '#kernel';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { Public } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import { toAgendaItem } from './agenda-item.view.js';
import type { AgendaItemView, OfferView } from './agenda-item.view.js';
import { standingsByRegistration } from './agenda.loaders.js';

/** What the page behind an offer's letter says before anybody answers. */
@Resolver('OfferedPlace')
export class OfferedPlaceResolver {
  constructor(private readonly looking: LookAtOffer) {}

  @Query('offeredPlace')
  @Public()
  offeredPlace(@CurrentActor() actor: Actor, @Args('offerId') offerId: string, @Args('token') token?: string | null): Promise<OfferSeen | Refusal> {
    return this.looking.run(actor, { offerId: offerId as OfferId, token: token ?? null });
  }

  @ResolveField('offer')
  offer(@Parent() { offerId: id, expiresAt, isOpen, kind, subjectId }: OfferSeen): OfferView {
    return { id, expiresAt, isOpen, of: { kind, subjectId } };
  }

  @ResolveField('conference')
  conference(@Parent() { conferenceId }: OfferSeen, @Context() { loaders }: RequestContext): Promise<Conference | null> {
    return loaders.load(conferenceById, conferenceId);
  }

  @ResolveField('item')
  async item(@Parent() { kind, registrationId, subjectId }: OfferSeen, @Context() { loaders }: RequestContext): Promise<AgendaItemView | null> {
    if (kind === 'CATEGORY') return null;
    const standing = (await loaders.load(standingsByRegistration, registrationId)).find((one) => one.subjectId === subjectId);
    return standing === undefined ? null : toAgendaItem(standing);
  }
}
