import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { DepartureId, Refusal } from '#kernel';
import { CancelDeparture, ChangeDeparture } from '#visits';
import type { Departure } from '#visits';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CancelDepartureInput, ChangeDepartureInput } from '../graphql/schema.gen.js';
import { departureById } from './visits.loaders.js';

/** What organisers do to departures that people have booked. */
@Resolver()
export class DepartureMutations {
  constructor(private readonly changing: ChangeDeparture, private readonly cancelling: CancelDeparture) {}

  @Mutation('changeDeparture')
  @Allow('visits.edit')
  async changeDeparture(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: ChangeDepartureInput,
  ): Promise<{ departure: Departure | null; clashing: number } | Refusal> {
    const changed = await this.changing.run(actor, { ...input, id: input.id as DepartureId });
    return isRefusal(changed) ? changed : { departure: await loaders.load(departureById, changed.departureId), clashing: changed.clashing.length };
  }

  @Mutation('cancelDeparture')
  @Allow('visits.edit')
  async cancelDeparture(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') { departureId, reason }: CancelDepartureInput, @Args('idempotencyKey') key?: string,
  ): Promise<{ departure: Departure | null; concerned: number } | Refusal> {
    const cancelled = await this.cancelling.run(actor, { departureId: departureId as DepartureId, reason }, key ?? undefined);
    return isRefusal(cancelled) ? cancelled : { departure: await loaders.load(departureById, cancelled.departureId), concerned: cancelled.concerned };
  }
}
