import { AcceptStaffInvitation, denied, GrantRole, InviteStaff, may, RevokeRole, RoleGrants, ScopeDirectory } from '#identity';
import type { Actor, RoleGrant } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AcceptStaffInvitationInput, GrantRoleInput, InviteStaffInput, QueryRoleGrantsArgs } from '../graphql/schema.gen.js';
import { accountById } from './identity.loaders.js';
import { scopeNameOf } from './scope-name.js';

@Resolver('RoleGrant')
export class RolesResolver {
  constructor(private readonly grants: RoleGrants, private readonly directory: ScopeDirectory, private readonly work: UnitOfWork) {}

  @Query('roleGrants')
  @Allow('roles.grant')
  async roleGrants(@CurrentActor() actor: Actor, @Args() args: QueryRoleGrantsArgs): Promise<Connection<RoleGrant> | Refusal> {
    const scope = scopeNameOf(args.scope);
    const whole = await this.directory.whole(scope);
    if (whole === undefined || !may(actor, 'roles.grant', whole)) return denied(actor);
    const page = await this.grants.page(this.work.reader, scope, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.grants.count(this.work.reader, scope), (row) => row);
  }

  @ResolveField('email')
  async email(@Parent() { accountId }: RoleGrant, @Context() { loaders }: RequestContext): Promise<string> {
    return (await loaders.load(accountById, accountId))?.email ?? '';
  }
}

@Resolver()
export class RoleMutations {
  constructor(
    private readonly grant: GrantRole,
    private readonly revoke: RevokeRole,
    private readonly invite: InviteStaff,
    private readonly accept: AcceptStaffInvitation,
  ) {}

  @Mutation('grantRole')
  @Allow('roles.grant')
  grantRole(@CurrentActor() actor: Actor, @Args('input') input: GrantRoleInput): Promise<RoleGrant | Refusal> {
    return this.grant.run(actor, { ...input, scope: scopeNameOf(input.scope) });
  }

  @Mutation('revokeRole')
  @Allow('roles.grant')
  revokeRole(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<RoleGrant | Refusal> {
    return this.revoke.run(actor, id);
  }

  @Mutation('inviteStaff')
  @Allow('roles.grant')
  inviteStaff(@Context() { actor, locale }: RequestContext, @Args('input') input: InviteStaffInput, @Args('idempotencyKey') key?: string): Promise<{ grant: RoleGrant } | Refusal> {
    return this.invite.run(actor, { ...input, scope: scopeNameOf(input.scope), locale: input.locale ?? locale }, key ?? undefined);
  }

  @Mutation('acceptStaffInvitation')
  @Public()
  acceptStaffInvitation(@Args('input') input: AcceptStaffInvitationInput): Promise<{ email: string } | Refusal> {
    return this.accept.run(input);
  }
}
