import type { Actor } from '#identity';
import type { Refusal } from '#kernel';
import { Countries, OverrideCountry } from '#people';
import type { CountryOverride, NamedCountry } from '#people';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { OverrideCountryInput } from '../graphql/schema.gen.js';

@Resolver()
export class CountriesResolver {
  constructor(private readonly table: Countries, private readonly overrideVerb: OverrideCountry) {}

  @Query('countries')
  @Public()
  async countries(@Context() { locale }: RequestContext): Promise<readonly NamedCountry[]> {
    return (await this.table.table()).list(locale);
  }

  @Mutation('overrideCountry')
  @Allow('series.edit')
  override(@CurrentActor() actor: Actor, @Args('input') input: OverrideCountryInput): Promise<CountryOverride | Refusal> {
    return this.overrideVerb.run(actor, input);
  }
}
