import { MoveInLine, SetCapacity } from '#agenda';
import type { CapacitySet } from '#agenda';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { PoolId, Refusal, RegistrationId } from '#kernel';
import type { PoolFigures } from '#places';
import type { Registration } from '#registration';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { MoveInLineInput, SetCapacityInput } from '../graphql/schema.gen.js';
import { registrationById } from '../registration/registration.loaders.js';
import { seenRegistrations } from '../registration/registration.sight.js';
import { placesByPool } from './places.loaders.js';

interface OfPool {
  readonly poolId: PoolId;
}

/** Staff say how many places there are. Who may depends on what has the places, so the verb decides. */
@Resolver('CapacitySet')
export class CapacityResolver {
  constructor(private readonly setting: SetCapacity) {}

  @Mutation('setCapacity')
  @SignedIn()
  async setCapacity(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: SetCapacityInput): Promise<CapacitySet | Refusal> {
    const { poolId, capacity, overbook, reason } = input;
    const set = await this.setting.run(actor, { poolId: poolId as PoolId, capacity: capacity ?? null, overbook, reason });
    if (!isRefusal(set)) loaders.clear();
    return set;
  }

  @ResolveField('places')
  places(@Parent() { poolId }: OfPool, @Context() { loaders }: RequestContext): Promise<PoolFigures | null> {
    return loaders.load(placesByPool, poolId);
  }

  @ResolveField('affected')
  affected(@Parent() { affected }: CapacitySet, @Context() context: RequestContext): Promise<readonly Registration[]> {
    return seenRegistrations(affected, context);
  }
}

/** Whom a smaller capacity would leave without a place. */
@Resolver('BelowTaken')
export class BelowTakenResolver {
  @ResolveField('affected')
  affected(@Parent() { data }: Refusal, @Context() context: RequestContext): Promise<readonly Registration[]> {
    return seenRegistrations((data['affected'] ?? []) as readonly RegistrationId[], context);
  }
}

/** Staff move someone in a line. */
@Resolver('LineMoved')
export class LineMovesResolver {
  constructor(private readonly moving: MoveInLine) {}

  @Mutation('moveInLine')
  @Allow('registration.decide')
  async moveInLine(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') { registrationId, poolId, priority, reason }: MoveInLineInput,
  ): Promise<(OfPool & { readonly registrationId: RegistrationId }) | Refusal> {
    const moved = await this.moving.run(actor, { registrationId: registrationId as RegistrationId, poolId: poolId as PoolId, priority, reason });
    if (!isRefusal(moved)) loaders.clear();
    return moved;
  }

  @ResolveField('places')
  places(@Parent() { poolId }: OfPool, @Context() { loaders }: RequestContext): Promise<PoolFigures | null> {
    return loaders.load(placesByPool, poolId);
  }

  @ResolveField('registration')
  registration(@Parent() { registrationId }: { readonly registrationId: RegistrationId }, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, registrationId);
  }
}
