import { ChangeRole, denied, may, Reaches, reachesSomething, RoleGrant, ScopeDirectory, StaffMembers, StaffRoles } from '#identity';
import type { Actor, RoleGrantId, StaffMember, StaffStanding } from '#identity';
import { Clock, isId, isRefusal } from '#kernel';
import type { AccountId, LocalizedText, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { Refused } from '../graphql/refused.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { MutationChangeRoleArgs, QueryStaffRolesArgs } from '../graphql/schema.gen.js';
import { scopeNameOf } from '../identity/scope-name.js';
import { subjectName } from './subject-names.js';

export const staffMember = defineLoader<AccountId, StaffMember | null>('staffMember', () => null);

/** What is shown of a role, whether it comes from the list or alone. */
interface ShownRole extends Pick<RoleGrant, 'id' | 'accountId' | 'role' | 'scopeKind' | 'scopeId' | 'createdAt'> {
  readonly email: string;
}

@Resolver('StaffRole')
export class StaffRolesResolver {
  constructor(registry: LoaderRegistry, private readonly roles: StaffRoles, private readonly reaches: Reaches, private readonly directory: ScopeDirectory, private readonly work: UnitOfWork, members: StaffMembers, clock: Clock) {
    registry.serve(staffMember, async (ids) => new Map((await members.byAccounts(work.reader, ids, clock.now())).map((member) => [member.accountId, member])));
  }

  @Query('staffRoles')
  @Allow('roles.grant')
  async list(@CurrentActor() actor: Actor, @Args() args: QueryStaffRolesArgs): Promise<Connection<ShownRole> | Refusal> {
    const reach = await this.reaches.of(actor, 'roles.grant');
    if (!reachesSomething(reach)) return denied(actor);
    const filter = { search: args.filter?.search ?? undefined, roles: args.filter?.roles ?? undefined, scope: args.filter?.scope == null ? undefined : scopeNameOf(args.filter.scope) };
    if (filter.scope?.id != null && !isId(filter.scope.id)) return denied(actor);
    const page = await this.roles.page(this.work.reader, reach, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.roles.count(this.work.reader, reach, filter), (row) => row);
  }

  @Query('staffRole')
  @Allow('roles.grant')
  async one(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ShownRole | null> {
    const grant = isId(id) ? await this.work.reader.findOneBy(RoleGrant, { id: id as RoleGrantId }) : null;
    const scope = grant === null ? {} : await this.directory.whole({ kind: grant.scopeKind, id: grant.scopeId });
    if (!may(actor, 'roles.grant', scope ?? {})) throw new Refused(denied(actor));
    if (grant === null) return null;
    const [account] = await this.work.reader.query<{ email: string }[]>('SELECT email FROM account WHERE id = $1', [grant.accountId]);
    return { ...grant, email: account?.email ?? '' };
  }

  @ResolveField('name')
  async name(@Parent() { accountId }: ShownRole, @Context() { loaders }: RequestContext): Promise<string | null> {
    return (await loaders.load(staffMember, accountId))?.name ?? null;
  }

  @ResolveField('standing')
  async standing(@Parent() { accountId }: ShownRole, @Context() { loaders }: RequestContext): Promise<StaffStanding> {
    return (await loaders.load(staffMember, accountId))?.standing ?? 'NOT_INVITED';
  }

  @ResolveField('scopeTitle')
  async scopeTitle(@Parent() { scopeKind, scopeId }: ShownRole, @Context() { loaders }: RequestContext): Promise<LocalizedText | null> {
    return scopeId === null ? null : (await loaders.load(subjectName, `${scopeKind.toLowerCase()} ${scopeId}`))?.title ?? null;
  }
}

@Resolver()
export class ChangeRoleResolver {
  constructor(private readonly change: ChangeRole) {}

  @Mutation('changeRole')
  @Allow('roles.grant')
  changeRole(@CurrentActor() actor: Actor, @Args() { id, role }: MutationChangeRoleArgs): Promise<RoleGrant | Refusal> {
    return this.change.run(actor, id, role);
  }
}
