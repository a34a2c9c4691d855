import { may, ownAccountOf } from '#identity';
import type { AccountId } from '#kernel';
import { full, fullLatin } from '#people';
import type { Person, PersonNames } from '#people';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { personsOfAccount } from './people.loaders.js';

@Resolver('PersonNames')
export class PersonNamesResolver {
  @ResolveField('full')
  full(@Parent() names: PersonNames): string {
    return full(names);
  }

  @ResolveField('fullLatin')
  fullLatin(@Parent() names: PersonNames): string {
    return fullLatin(names);
  }
}

/** The people of an account, for the account itself and for staff of the whole installation. */
@Resolver('Account')
export class AccountPersonsResolver {
  @ResolveField('persons')
  async persons(@Parent() account: { readonly id: AccountId }, @Context() { actor, loaders }: RequestContext): Promise<readonly Person[]> {
    const isOwn = ownAccountOf(actor) === account.id;
    return isOwn || may(actor, 'registration.read', {}) ? loaders.load(personsOfAccount, account.id) : [];
  }
}
