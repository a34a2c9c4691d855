import type { Category } from '#conferences';
import type { CategoryId, PersonId, Refusal, RegistrationId } from '#kernel';
import type { Registration } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { registrationById, registrationsOfPerson } from './registration.loaders.js';
import { sees } from './registration.sight.js';

/** The registration that stands in the way of another of the same person; told only to those who may see it. */
@Resolver('AlreadyRegistered')
export class AlreadyRegisteredResolver {
  @ResolveField('registration')
  registration(@Parent() refusal: Refusal, @Context() { loaders }: RequestContext): Promise<Registration | null> {
    return loaders.load(registrationById, refusal.data['registrationId'] as RegistrationId);
  }
}

/** A person's registrations, as far as the caller may see them. */
@Resolver('Person')
export class PersonRegistrationsResolver {
  @ResolveField('registrations')
  async registrations(@Parent() person: { readonly id: PersonId }, @Context() context: RequestContext): Promise<readonly Registration[]> {
    const all = await context.loaders.load(registrationsOfPerson, person.id);
    const seen = await Promise.all(all.map((registration) => sees(registration, context)));
    return all.filter((_registration, index) => seen[index] === true);
  }
}

/** The category that a number is of. */
@Resolver('CategoryFigure')
export class CategoryFigureResolver {
  @ResolveField('category')
  category(@Parent() figure: { readonly categoryId: CategoryId }, @Context() { loaders }: RequestContext): Promise<Category | null> {
    return loaders.load(categoryById, figure.categoryId);
  }
}
