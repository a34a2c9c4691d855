import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { CategoryId, ConferenceId, Refusal, VisitId } from '#kernel';
import { AddDeparture, CreateVisit } from '#visits';
import type { Departure, Visit } from '#visits';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AddDepartureInput, CreateVisitInput } from '../graphql/schema.gen.js';
import { departureById, visitById } from './visits.loaders.js';

/** What organisers do to visits. */
@Resolver()
export class VisitMutations {
  constructor(private readonly visitMaking: CreateVisit, private readonly departureAdding: AddDeparture) {}

  @Mutation('createVisit')
  @Allow('visits.edit')
  async createVisit(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateVisitInput, @Args('idempotencyKey') key?: string,
  ): Promise<Visit | Refusal | null> {
    const made = await this.visitMaking.run(actor, {
      ...input, conferenceId: input.conferenceId as ConferenceId, categoryIds: input.categoryIds as readonly CategoryId[] | null | undefined,
    }, key ?? undefined);
    return isRefusal(made) ? made : context.loaders.load(visitById, made.visitId);
  }

  @Mutation('addDeparture')
  @Allow('visits.edit')
  async addDeparture(
    @CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: AddDepartureInput, @Args('idempotencyKey') key?: string,
  ): Promise<Departure | Refusal | null> {
    const made = await this.departureAdding.run(actor, { ...input, visitId: input.visitId as VisitId }, key ?? undefined);
    return isRefusal(made) ? made : context.loaders.load(departureById, made.departureId);
  }
}
