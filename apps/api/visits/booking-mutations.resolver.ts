import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { BookDeparture, CancelBooking } from '#visits';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { standingsByRegistration } from '../agenda/agenda.loaders.js';
import { toAgendaItem, toGivenUp } from '../agenda/agenda-item.view.js';
import type { AgendaItemView } from '../agenda/agenda-item.view.js';
import { SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { BookDepartureInput, CancelBookingInput } from '../graphql/schema.gen.js';

/** Delegates booking and cancelling, or staff for them. */
@Resolver()
export class BookingMutations {
  constructor(private readonly booking: BookDeparture, private readonly cancelling: CancelBooking) {}

  @Mutation('bookDeparture')
  @SignedIn()
  async bookDeparture(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: BookDepartureInput, @Args('idempotencyKey') key?: string,
  ): Promise<AgendaItemView | Refusal> {
    const booked = await this.booking.run(actor, {
      registrationId: input.registrationId as RegistrationId, departureId: input.departureId as DepartureId, joinLine: input.joinLine,
    }, key ?? undefined);
    if (isRefusal(booked)) return booked;
    const standing = (await loaders.load(standingsByRegistration, booked.registrationId)).find((one) => one.subjectId === booked.departureId);
    // Cancelled again since, which a repetition of the same request may find.
    return standing === undefined ? toGivenUp(booked.registrationId, { kind: 'DEPARTURE', subjectId: booked.departureId }) : toAgendaItem(standing);
  }

  @Mutation('cancelBooking')
  @SignedIn()
  async cancelBooking(@CurrentActor() actor: Actor, @Args('input') input: CancelBookingInput): Promise<AgendaItemView | Refusal> {
    const cancelled = await this.cancelling.run(actor, {
      registrationId: input.registrationId as RegistrationId, departureId: input.departureId as DepartureId,
    });
    return isRefusal(cancelled) ? cancelled : toGivenUp(cancelled.registrationId, { kind: 'DEPARTURE', subjectId: cancelled.departureId });
  }
}
