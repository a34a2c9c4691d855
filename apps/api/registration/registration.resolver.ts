import type { Category, Conference } from '#conferences';
import { Clock } from '#kernel';
import type { Person } from '#people';
import { allowedMoves, isEditable } from '#registration';
import type { Registration, RegistrationMove } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById, conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { personById } from '../people/people.loaders.js';
import { nobodyYet } from './nobody-yet.js';
import type { NobodyYet } from './nobody-yet.js';

/** What of a registration anybody may know who may know of it at all: where, as what, who, and what can be done now. */
@Resolver('Registration')
export class RegistrationResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField('conference')
  conference(@Parent() registration: Registration, @Context() { loaders }: RequestContext): Promise<Conference | null> {
    return loaders.load(conferenceById, registration.conferenceId);
  }

  @ResolveField('category')
  category(@Parent() registration: Registration, @Context() { loaders }: RequestContext): Promise<Category | null> {
    return loaders.load(categoryById, registration.categoryId);
  }

  @ResolveField('person')
  async person(@Parent() registration: Registration, @Context() { loaders }: RequestContext): Promise<Person | NobodyYet | null> {
    return registration.personId === null ? nobodyYet(registration) : loaders.load(personById, registration.personId);
  }

  @ResolveField('allowedMoves')
  async allowedMoves(@Parent() registration: Registration, @Context() { actor, loaders }: RequestContext): Promise<readonly RegistrationMove[]> {
    const conference = await loaders.load(conferenceById, registration.conferenceId);
    return conference === null ? [] : allowedMoves(actor, registration, conference, this.clock.now());
  }

  @ResolveField('isEditable')
  async isEditable(@Parent() registration: Registration, @Context() { loaders }: RequestContext): Promise<boolean> {
    const conference = await loaders.load(conferenceById, registration.conferenceId);
    return conference !== null && isEditable({ state: registration.state, now: this.clock.now(), conference, byStaff: false });
  }
}
