import { AcceptOffer, DeclineOffer } from '#agenda';
import type { OfferAnswer } from '#agenda';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { OfferId, Refusal } from '#kernel';
import type { Registration } from '#registration';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../graphql/access.decorators.js';
import type { Loaders } from '../graphql/loaders.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AcceptOfferInput, DeclineOfferInput } from '../graphql/schema.gen.js';
import { registrationById } from '../registration/registration.loaders.js';
import { toAgendaItem, toGivenUp } from './agenda-item.view.js';
import type { AgendaItemView } from './agenda-item.view.js';
import { standingsByRegistration } from './agenda.loaders.js';

/** Answers to offers. Anyone may call: the letter's link or the sign-in says who answers. */
@Resolver('OfferAnswered')
export class OfferAnswersResolver {
  constructor(private readonly accepting: AcceptOffer, private readonly declining: DeclineOffer) {}

  @Mutation('acceptOffer')
  @Public()
  async acceptOffer(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: AcceptOfferInput, @Args('idempotencyKey') key?: string | null,
  ): Promise<OfferAnswer | Refusal> {
    const { offerId, token, giveUp } = input;
    return fresh(loaders, await this.accepting.run(actor, { offerId: offerId as OfferId, token: token ?? null, giveUp }, key ?? undefined));
  }

  @Mutation('declineOffer')
  @Public()
  async declineOffer(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') { offerId, token }: DeclineOfferInput,
  ): Promise<OfferAnswer | Refusal> {
    return fresh(loaders, await this.declining.run(actor, { offerId: offerId as OfferId, token: token ?? null }));
  }

  @ResolveField('registration')
  registration(@Parent() { registrationId }: OfferAnswer, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, registrationId);
  }

  @ResolveField('item')
  async item(@Parent() answer: OfferAnswer, @Context() { loaders }: RequestContext): Promise<AgendaItemView | null> {
    if (answer.kind === 'CATEGORY') return null;
    const standing = (await loaders.load(standingsByRegistration, answer.registrationId)).find(({ subjectId }) => subjectId === answer.subjectId);
    return standing === undefined ? toGivenUp(answer.registrationId, answer) : toAgendaItem(standing);
  }
}

function fresh<Answer>(loaders: Loaders, answer: Answer): Answer {
  if (!isRefusal(answer)) loaders.clear();
  return answer;
}
