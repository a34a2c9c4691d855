import type { Actor } from '#identity';
import { CreateDelegation, CreateInvitations, UpdateDelegation } from '#invitations';
import type { Delegation, DelegationRef, Invitation } from '#invitations';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { CategoryId, ConferenceId, DelegationId, FieldProblem, Refusal } from '#kernel';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { CreateDelegationInput, InviteMemberInput, UpdateDelegationInput } from '../graphql/schema.gen.js';
import { InvitationArguments } from './invitation-arguments.js';
import { written } from './invitation-mutations.resolver.js';
import { delegationById } from './invitations.loaders.js';

/** Making delegations, and inviting into them. */
@Resolver()
export class DelegationMutations {
  constructor(private readonly creating: CreateDelegation, private readonly updating: UpdateDelegation, private readonly inviting: CreateInvitations, private readonly reading: InvitationArguments) {}

  @Mutation('createDelegation')
  @Allow('delegations.edit')
  async create(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: CreateDelegationInput): Promise<Delegation | Refusal> {
    const conferenceId = input.conferenceId as ConferenceId;
    return this.written(await this.creating.run(actor, { ...input, conferenceId, quotas: await this.reading.quotas(conferenceId, input.quotas) }), context);
  }

  @Mutation('updateDelegation')
  @Allow('delegations.edit')
  async update(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: UpdateDelegationInput): Promise<Delegation | Refusal> {
    const before = await this.find(input.id, context);
    if (before === null) return refuse('delegation.unknown');
    return this.written(await this.updating.run(actor, { ...input, id: before.id, quotas: await this.reading.quotas(before.conferenceId, input.quotas) }), context);
  }

  @Mutation('inviteMember')
  @Allow('delegation.manage')
  async invite(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') { delegationId, category, ...input }: InviteMemberInput): Promise<Invitation | Refusal> {
    const delegation = await this.find(delegationId, context);
    if (delegation === null) return refuse('delegation.unknown');
    const categoryId: CategoryId = (await this.reading.keysOf(delegation.conferenceId))(category);
    const made = await this.inviting.run(actor, { conferenceId: delegation.conferenceId, delegationId: delegation.id, sendLetters: true, invitations: [{ ...input, categoryId }] });
    if (isRefusal(made)) return withOwnPaths(made);
    const [one] = made;
    return one?.isNew === true ? written(one, context) : invalid([{ path: 'email', code: 'invitation.exists' }]);
  }

  private find(id: string, { loaders }: RequestContext): Promise<Delegation | null> {
    return isId(id) ? loaders.load(delegationById, id as DelegationId) : Promise.resolve(null);
  }

  private async written(answer: DelegationRef | Refusal, { loaders }: RequestContext): Promise<Delegation | Refusal> {
    if (isRefusal(answer)) return answer;
    loaders.clear();
    return await loaders.load(delegationById, answer.delegationId) ?? refuse('delegation.unknown');
  }
}

/** The one invitation is the whole input here. */
function withOwnPaths(refusal: Refusal): Refusal {
  const { problems } = refusal.data as { problems?: readonly FieldProblem[] };
  return problems === undefined ? refusal : invalid(problems.map((problem) => ({ ...problem, path: problem.path.replace('invitations.0.', '') })));
}
