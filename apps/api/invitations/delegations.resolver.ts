import type { Category, Conference } from '#conferences';
import { Conferences } from '#conferences';
import { denied, ownAccountOf } from '#identity';
import type { Actor } from '#identity';
import { Delegations, InvitationList, mayReadInvitations } from '#invitations';
import type { Delegation, DelegationQuota, Invitation } from '#invitations';
import { isId, isRefusal } from '#kernel';
import type { ConferenceId, DelegationId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { RegistrationList } from '#registration';
import type { Registration } from '#registration';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById, conferenceById } from '../conferences/conferences.loaders.js';
import { Allow, SignedIn } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { Refused } from '../graphql/refused.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { DelegationInvitationsArgs, DelegationMembersArgs, QueryDelegationsArgs } from '../graphql/schema.gen.js';
import { accountById } from '../identity/identity.loaders.js';
import { InvitationArguments } from './invitation-arguments.js';
import { delegationById, quotasOfDelegation } from './invitations.loaders.js';
import { seesDelegation } from './invitations.sight.js';

/** Finding delegations: all of a conference for staff, their own for heads. */
@Resolver()
export class DelegationsResolver {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly list: Delegations) {}

  @Query('delegation')
  @SignedIn()
  async delegation(@Args('id') id: string, @Context() context: RequestContext): Promise<Delegation | null> {
    const found = isId(id) ? await context.loaders.load(delegationById, id as DelegationId) : null;
    return found !== null && await seesDelegation(found, context) ? found : null;
  }

  @Query('delegations')
  @Allow('invitations.read')
  async delegations(@CurrentActor() actor: Actor, @Args() args: QueryDelegationsArgs): Promise<Connection<Delegation> | Refusal> {
    const em = this.work.reader;
    const conference = isId(args.conferenceId) ? await this.conferences.byId(em, args.conferenceId as ConferenceId) : null;
    if (conference === null || !mayReadInvitations(actor, conference)) return denied(actor);
    const page = await this.list.page(em, conference.id, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.list.count(em, conference.id), (row) => row);
  }

  @Query('myDelegations')
  @SignedIn()
  async mine(@CurrentActor() actor: Actor): Promise<readonly Delegation[]> {
    const accountId = ownAccountOf(actor);
    return accountId === null ? [] : this.list.headedBy(this.work.reader, accountId);
  }
}

/** What a delegation is made of; of one that is reached by a registration, only those who see it are told more than its name. */
@Resolver('Delegation')
export class DelegationFieldsResolver {
  constructor(private readonly registrations: RegistrationList, private readonly invitationList: InvitationList, private readonly reading: InvitationArguments) {}

  @ResolveField('conference')
  conference(@Parent() { conferenceId }: Delegation, @Context() { loaders }: RequestContext): Promise<Conference | null> {
    return loaders.load(conferenceById, conferenceId);
  }

  @ResolveField('headName')
  async headName(@Parent() delegation: Delegation, @Context() context: RequestContext): Promise<string | null> {
    return await seesDelegation(delegation, context) ? delegation.headName : null;
  }

  @ResolveField('headEmail')
  async headEmail(@Parent() delegation: Delegation, @Context() context: RequestContext): Promise<string | null> {
    if (delegation.headAccountId === null || !(await seesDelegation(delegation, context))) return null;
    return (await context.loaders.load(accountById, delegation.headAccountId))?.email ?? null;
  }

  @ResolveField('note')
  async note(@Parent() { note, conferenceId }: Delegation, @Context() { actor, loaders }: RequestContext): Promise<string | null> {
    const conference = await loaders.load(conferenceById, conferenceId);
    return conference !== null && mayReadInvitations(actor, conference) ? note : null;
  }

  @ResolveField('quotas')
  async quotas(@Parent() delegation: Delegation, @Context() context: RequestContext): Promise<readonly DelegationQuota[]> {
    return await seesDelegation(delegation, context) ? context.loaders.load(quotasOfDelegation, delegation.id) : [];
  }

  @ResolveField('members')
  async members(@Parent() delegation: Delegation, @Context() context: RequestContext, @Args() args: DelegationMembersArgs): Promise<Connection<Registration>> {
    await this.mustSee(delegation, context);
    const filter = { delegationIds: [delegation.id] };
    const page = orThrow(await this.registrations.page(delegation.conferenceId, filter, 'NEWEST', pageRequest(args)));
    return connection(page, () => this.registrations.count(delegation.conferenceId, filter), (row) => row);
  }

  @ResolveField('invitations')
  async invitations(@Parent() delegation: Delegation, @Context() context: RequestContext, @Args() args: DelegationInvitationsArgs): Promise<Connection<Invitation>> {
    await this.mustSee(delegation, context);
    const filter = { ...await this.reading.filter(delegation.conferenceId, args.filter), delegationIds: [delegation.id] };
    const page = orThrow(await this.invitationList.page(delegation.conferenceId, filter, pageRequest(args)));
    return connection(page, () => this.invitationList.count(delegation.conferenceId, filter), (row) => row);
  }

  private async mustSee(delegation: Delegation, context: RequestContext): Promise<void> {
    if (!(await seesDelegation(delegation, context))) throw new Refused(denied(context.actor));
  }
}

function orThrow<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
}

/** A delegation's places in a category. */
@Resolver('DelegationQuota')
export class DelegationQuotaResolver {
  @ResolveField('category')
  category(@Parent() { categoryId }: DelegationQuota, @Context() { loaders }: RequestContext): Promise<Category | null> {
    return loaders.load(categoryById, categoryId);
  }

  @ResolveField('free')
  free(@Parent() { places, named }: DelegationQuota): number {
    return places - named;
  }
}
