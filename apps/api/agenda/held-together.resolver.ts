import { OverrideClash } from '#agenda';
import type { OfferAnswer } from '#agenda';
import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, PoolId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import type { Together } from '#places';
import { UnitOfWork } from '#platform';
import { staffMay } from '#registration';
import type { Registration } from '#registration';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { OverrideClashInput } from '../graphql/schema.gen.js';
import { registrationById } from '../registration/registration.loaders.js';
import { toAgendaItem, toGivenUp } from './agenda-item.view.js';
import type { AgendaItemView } from './agenda-item.view.js';
import { standingsByRegistration } from './agenda.loaders.js';

/** Two things at one time, for staff and for whoever has them. */
@Resolver('HeldTogether')
export class HeldTogetherResolver {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly places: Places) {}

  @Query('heldTogether')
  @Allow('registration.read')
  async heldTogether(@CurrentActor() actor: Actor, @Args('conferenceId') conferenceId: ConferenceId): Promise<readonly Together[] | Refusal> {
    const conference = isId(conferenceId) ? await this.conferences.byId(this.work.reader, conferenceId) : null;
    if (conference === null) return refuse('conference.unknown');
    return staffMay(actor, 'registration.read', conference) ? this.places.togetherIn(this.work.reader, conference.id) : denied(actor);
  }

  @ResolveField('registration')
  registration(@Parent() { holder }: Together, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, holder);
  }
}

/** Staff let someone have two things at one time. */
@Resolver('ClashOverridden')
export class ClashesOverriddenResolver {
  constructor(private readonly overriding: OverrideClash) {}

  @Mutation('overrideClash')
  @Allow('registration.decide')
  async overrideClash(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') { registrationId, poolId, reason }: OverrideClashInput,
  ): Promise<OfferAnswer | Refusal> {
    const overridden = await this.overriding.run(actor, { registrationId: registrationId as RegistrationId, poolId: poolId as PoolId, reason });
    if (!isRefusal(overridden)) loaders.clear();
    return overridden;
  }

  @ResolveField('registration')
  registration(@Parent() { registrationId }: OfferAnswer, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, registrationId);
  }

  @ResolveField('item')
  async item(@Parent() answer: OfferAnswer, @Context() { loaders }: RequestContext): Promise<AgendaItemView> {
    const standing = (await loaders.load(standingsByRegistration, answer.registrationId)).find(({ subjectId }) => subjectId === answer.subjectId);
    return standing === undefined ? toGivenUp(answer.registrationId, answer) : toAgendaItem(standing);
  }
}
