import type { Actor } from '#identity';
import { denied } from '#identity';
import { isId } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Companions, CompleteBooking } from '#visits';
import type { BookingToCancel, Companion } from '#visits';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AgendaItemView } from '../agenda/agenda-item.view.js';
import { SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CompleteBookingInput } from '../graphql/schema.gen.js';
import { registrationById } from '../registration/registration.loaders.js';
import { sees } from '../registration/registration.sight.js';
import { itemOf } from './party-mutations.resolver.js';

/** Who comes along, and what is said of them later. */
@Resolver('BookingCompleted')
export class CompanionsResolver {
  constructor(private readonly work: UnitOfWork, private readonly store: Companions, private readonly completing: CompleteBooking) {}

  @Mutation('completeBooking')
  @SignedIn()
  completeBooking(@CurrentActor() actor: Actor, @Args('input') input: CompleteBookingInput): Promise<BookingToCancel | Refusal> {
    return this.completing.run(actor, { ...input, registrationId: input.registrationId as RegistrationId, departureId: input.departureId as DepartureId });
  }

  @Query('bookedCompanions')
  @SignedIn()
  async bookedCompanions(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('registrationId') registrationId: RegistrationId, @Args('departureId') departureId: DepartureId,
  ): Promise<readonly Companion[] | Refusal> {
    const registration = isId(registrationId) ? await context.loaders.load(registrationById, registrationId) : null;
    if (registration === null || !isId(departureId) || !await sees(registration, context)) return denied(actor);
    return this.store.of(this.work.reader, [departureId], [registrationId]);
  }

  @ResolveField('item')
  item(@Parent() { registrationId, departureId }: BookingToCancel, @Context() { loaders }: RequestContext): Promise<AgendaItemView> {
    return itemOf(loaders, registrationId, departureId);
  }

  @ResolveField('companions')
  companions(@Parent() { registrationId, departureId }: BookingToCancel): Promise<readonly Companion[]> {
    return this.store.of(this.work.reader, [departureId], [registrationId]);
  }
}
