import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { CategoryId, ConferenceId, Refusal, VisitId } from '#kernel';
import { AddDeparture, CreateVisit, UpdateVisit } from '#visits';
import type { Departure, Visit, VisitChanged } from '#visits';
import type { Registration } from '#registration';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AddDepartureInput, CreateVisitInput, UpdateVisitInput } from '../graphql/schema.gen.js';
import { seenRegistrations } from '../registration/registration.sight.js';
import { departureById, visitById } from './visits.loaders.js';

/** What organisers do to visits. */
@Resolver()
export class VisitMutations {
  constructor(private readonly visitMaking: CreateVisit, private readonly visitChanging: UpdateVisit, private readonly departureAdding: AddDeparture) {}

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

  @Mutation('updateVisit')
  @Allow('visits.edit')
  async updateVisit(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: UpdateVisitInput): Promise<VisitChanged | Refusal> {
    const changed = await this.visitChanging.run(actor, {
      ...input, id: input.id as VisitId, categoryIds: input.categoryIds as readonly CategoryId[] | null | undefined,
    });
    if (!isRefusal(changed)) loaders.clear();
    return changed;
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

/** A visit after it was changed, with whom the site would no longer let in. */
@Resolver('VisitChanged')
export class VisitChangedResolver {
  @ResolveField('visit')
  visit(@Parent() { visitId }: VisitChanged, @Context() { loaders }: RequestContext): Promise<Visit | null> {
    return loaders.load(visitById, visitId);
  }

  @ResolveField('notLetIn')
  notLetIn(@Parent() { notLetIn }: VisitChanged, @Context() context: RequestContext): Promise<readonly Registration[]> {
    return seenRegistrations(notLetIn, context);
  }
}
