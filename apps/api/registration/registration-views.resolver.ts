import type { Actor } from '#identity';
import type { ConferenceId, Refusal } from '#kernel';
import { RegistrationViews } from '#registration';
import type { RegistrationView, ViewFilter } from '#registration';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RegistrationFilter, SaveRegistrationViewInput } from '../graphql/schema.gen.js';

/** Filters that staff keep under names. */
@Resolver('RegistrationView')
export class RegistrationViewsResolver {
  constructor(private readonly views: RegistrationViews) {}

  @Query('registrationViews')
  @Allow('registration.read')
  own(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Promise<readonly RegistrationView[] | Refusal> {
    return this.views.own(actor, id as ConferenceId);
  }

  @Query('registrationView')
  @Allow('registration.read')
  one(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<RegistrationView | Refusal> {
    return this.views.one(actor, id);
  }

  @Mutation('saveRegistrationView')
  @Allow('registration.read')
  save(@CurrentActor() actor: Actor, @Args('input') input: SaveRegistrationViewInput): Promise<RegistrationView | Refusal> {
    return this.views.save(actor, { conferenceId: input.conferenceId as ConferenceId, name: input.name, filter: asKept(input.filter), sort: input.sort, columns: input.columns });
  }

  @Mutation('deleteRegistrationView')
  @Allow('registration.read')
  remove(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<RegistrationView | Refusal> {
    return this.views.remove(actor, id);
  }

  @ResolveField('search')
  search(@Parent() { filter }: RegistrationView): string | null {
    return filter.search ?? null;
  }

  @ResolveField('states')
  states(@Parent() { filter }: RegistrationView): NonNullable<ViewFilter['states']> {
    return filter.states ?? [];
  }

  @ResolveField('categories')
  categories(@Parent() { filter }: RegistrationView): readonly string[] {
    return filter.categories ?? [];
  }

  @ResolveField('nationalities')
  nationalities(@Parent() { filter }: RegistrationView): readonly string[] {
    return filter.nationalities ?? [];
  }

  @ResolveField('tags')
  tags(@Parent() { filter }: RegistrationView): readonly string[] {
    return filter.tags ?? [];
  }

  @ResolveField('delegationIds')
  delegationIds(@Parent() { filter }: RegistrationView): readonly string[] {
    return filter.delegationIds ?? [];
  }
}

function asKept({ search, states, categories, nationalities, delegationIds, tags }: RegistrationFilter): ViewFilter {
  return { search: search ?? undefined, states: states ?? undefined, categories: categories ?? undefined, nationalities: nationalities ?? undefined, delegationIds: delegationIds ?? undefined, tags: tags ?? undefined };
}
