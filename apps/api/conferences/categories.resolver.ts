import { categoryOpenAt, DefineCategory } from '#conferences';
import type { Category, Form } from '#conferences';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import type { PoolFigures } from '#places';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { DefineCategoryInput } from '../graphql/schema.gen.js';
import { placesByPool } from '../places/places.loaders.js';
import { conferenceById, formByVersion } from './conferences.loaders.js';
import { formKey } from './loader-keys.js';

@Resolver('Category')
export class CategoriesResolver {
  constructor(private readonly defineVerb: DefineCategory, private readonly clock: Clock) {}

  @Mutation('defineCategory')
  @Allow('conference.edit')
  define(@CurrentActor() actor: Actor, @Args('input') input: DefineCategoryInput, @Args('idempotencyKey') key?: string): Promise<Category | Refusal> {
    return this.defineVerb.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
  }

  @ResolveField('places')
  places(@Parent() category: Category, @Context() { loaders }: RequestContext): Promise<PoolFigures | null> {
    return loaders.load(placesByPool, category.poolId);
  }

  @ResolveField('isOpen')
  async isOpen(@Parent() category: Category, @Context() { loaders }: RequestContext): Promise<boolean> {
    const conference = await loaders.load(conferenceById, category.conferenceId);
    return conference !== null && categoryOpenAt(category, conference, this.clock.now());
  }

  @ResolveField('form')
  form(@Parent() category: Category, @Context() { loaders }: RequestContext): Promise<Form | null> {
    return loaders.load(formByVersion, formKey(category.id, category.formVersion));
  }
}
