import type { Delegation } from '#invitations';
import type { Registration } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { sees } from '../registration/registration.sight.js';
import { delegationById } from './invitations.loaders.js';

/** The delegation that a registration belongs to, for those who see the registration. */
@Resolver('Registration')
export class RegistrationDelegationResolver {
  @ResolveField('delegation')
  async delegation(@Parent() registration: Registration, @Context() context: RequestContext): Promise<Delegation | null> {
    if (registration.delegationId === null || !(await sees(registration, context))) return null;
    return context.loaders.load(delegationById, registration.delegationId);
  }
}
