import { Account, Accounts, ConfirmAddressChange, ReplaceAddress, RequestAddressChange, SetLanguage } from '#identity';
import type { Actor, RoleGrant } from '#identity';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public, SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { ReplaceAddressInput, RequestAddressChangeInput } from '../graphql/schema.gen.js';
import { hasSecondFactor, rolesOfAccount } from './identity.loaders.js';

@Resolver('Account')
export class AccountResolver {
  constructor(private readonly accounts: Accounts, private readonly work: UnitOfWork) {}

  @Query('me')
  @Public()
  me(@CurrentActor() actor: Actor): Promise<Account | null> | null {
    return actor.accountId === null ? null : this.accounts.byId(this.work.reader, actor.accountId);
  }

  @ResolveField('roles')
  roles(@Parent() { id }: Account, @Context() { loaders }: RequestContext): Promise<readonly RoleGrant[]> {
    return loaders.load(rolesOfAccount, id);
  }

  @ResolveField('hasSecondFactor')
  hasSecondFactor(@Parent() { id }: Account, @Context() { loaders }: RequestContext): Promise<boolean> {
    return loaders.load(hasSecondFactor, id);
  }
}

@Resolver()
export class AccountMutations {
  constructor(
    private readonly request: RequestAddressChange,
    private readonly confirm: ConfirmAddressChange,
    private readonly replace: ReplaceAddress,
    private readonly language: SetLanguage,
  ) {}

  @Mutation('requestAddressChange')
  @SignedIn()
  requestAddressChange(@CurrentActor() actor: Actor, @Args('input') input: RequestAddressChangeInput): Promise<{ validForSeconds: number } | Refusal> {
    return this.request.run(actor, input.newEmail);
  }

  @Mutation('confirmAddressChange')
  @Public()
  confirmAddressChange(@Args('token') token: string): Promise<Account | Refusal> {
    return this.confirm.run(token);
  }

  @Mutation('replaceAddress')
  @Allow('accounts.replace-address')
  replaceAddress(@CurrentActor() actor: Actor, @Args('input') input: ReplaceAddressInput): Promise<Account | Refusal> {
    return this.replace.run(actor, input);
  }

  @Mutation('setLanguage')
  @SignedIn()
  setLanguage(@CurrentActor() actor: Actor, @Args('locale') locale: string): Promise<Account | Refusal> {
    return this.language.run(actor, locale);
  }
}
