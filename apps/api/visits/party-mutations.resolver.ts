import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { BookForParty, ConfirmBooking, SwapDeparture } from '#visits';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { standingsByRegistration } from '../agenda/agenda.loaders.js';
import { toAgendaItem, toGivenUp } from '../agenda/agenda-item.view.js';
import type { AgendaItemView } from '../agenda/agenda-item.view.js';
import { Public, SignedIn } from '../graphql/access.decorators.js';
import type { Loaders } from '../graphql/loaders.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { BookForPartyInput, CancelBookingInput, SwapDepartureInput } from '../graphql/schema.gen.js';

/** Parties that book in one step, seats that were held, and departures left for others. */
@Resolver()
export class PartyMutations {
  constructor(private readonly parties: BookForParty, private readonly confirming: ConfirmBooking, private readonly swapping: SwapDeparture) {}

  @Mutation('bookForParty')
  @SignedIn()
  async bookForParty(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: BookForPartyInput, @Args('idempotencyKey') key?: string,
  ): Promise<{ items: readonly AgendaItemView[] } | Refusal> {
    const booked = await this.parties.run(actor, {
      ...input, departureId: input.departureId as DepartureId,
      travellers: input.travellers.map(({ registrationId, bornOn }) => ({ registrationId: registrationId as RegistrationId, bornOn })),
    }, key ?? undefined);
    if (isRefusal(booked)) return booked;
    return { items: await Promise.all(booked.bookings.map(({ registrationId, departureId }) => itemOf(loaders, registrationId, departureId))) };
  }

  @Mutation('confirmBooking')
  @SignedIn()
  async confirmBooking(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: CancelBookingInput,
  ): Promise<AgendaItemView | Refusal> {
    const confirmed = await this.confirming.run(actor, { registrationId: input.registrationId as RegistrationId, departureId: input.departureId as DepartureId });
    return isRefusal(confirmed) ? confirmed : itemOf(loaders, confirmed.registrationId, confirmed.departureId);
  }

  /** Anyone may call: the sign-in or the letter's link says whose booking it is. */
  @Mutation('swapDeparture')
  @Public()
  async swapDeparture(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: SwapDepartureInput, @Args('idempotencyKey') key?: string,
  ): Promise<AgendaItemView | Refusal> {
    const swapped = await this.swapping.run(actor, {
      registrationId: input.registrationId as RegistrationId | null | undefined, token: input.token,
      fromDepartureId: input.fromDepartureId as DepartureId, toDepartureId: input.toDepartureId as DepartureId,
    }, key ?? undefined);
    return isRefusal(swapped) ? swapped : itemOf(loaders, swapped.registrationId, swapped.toDepartureId);
  }
}

/** How a registration stands to a departure now; given up where it was left again since. */
export async function itemOf(loaders: Loaders, registrationId: RegistrationId, departureId: DepartureId): Promise<AgendaItemView> {
  const standing = (await loaders.load(standingsByRegistration, registrationId)).find(({ subjectId }) => subjectId === departureId);
  return standing === undefined ? toGivenUp(registrationId, { kind: 'DEPARTURE', subjectId: departureId }) : toAgendaItem(standing);
}
