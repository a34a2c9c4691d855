import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ForumId, Refusal, RegistrationId } from '#kernel';
import { ChooseForum, LeaveForum } from '#programme';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { standingsByRegistration } from '../agenda/agenda.loaders.js';
import { toAgendaItem, toGivenUp } from '../agenda/agenda-item.view.js';
import type { AgendaItemView } from '../agenda/agenda-item.view.js';
import { SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { ChooseForumInput, LeaveForumInput } from '../graphql/schema.gen.js';

/** Delegates choosing and leaving forums, or staff for them. */
@Resolver()
export class ChoicesResolver {
  constructor(private readonly choosing: ChooseForum, private readonly leaving: LeaveForum) {}

  @Mutation('chooseForum')
  @SignedIn()
  async chooseForum(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: ChooseForumInput, @Args('idempotencyKey') key?: string,
  ): Promise<AgendaItemView | Refusal> {
    const registrationId = input.registrationId as RegistrationId;
    const chosen = await this.choosing.run(actor, { registrationId, forumId: input.forumId as ForumId, joinLine: input.joinLine }, key ?? undefined);
    if (isRefusal(chosen)) return chosen;
    const standing = (await loaders.load(standingsByRegistration, chosen.registrationId)).find((one) => one.subjectId === chosen.forumId);
    // Left again since, which a repetition of the same request may find.
    return standing === undefined ? toGivenUp(chosen.registrationId, { kind: 'FORUM', subjectId: chosen.forumId }) : toAgendaItem(standing);
  }

  @Mutation('leaveForum')
  @SignedIn()
  async leaveForum(@CurrentActor() actor: Actor, @Args('input') input: LeaveForumInput): Promise<AgendaItemView | Refusal> {
    const left = await this.leaving.run(actor, { registrationId: input.registrationId as RegistrationId, forumId: input.forumId as ForumId });
    return isRefusal(left) ? left : toGivenUp(left.registrationId, { kind: 'FORUM', subjectId: left.forumId });
  }
}
