import type { Actor } from '#identity';
import { AnswerInvitation, CreateInvitations, RecordAnswer, ReplaceInvitation, RevokeInvitation, UpdateInvitation } from '#invitations';
import type { Invitation, InvitationRef } from '#invitations';
import { isId, isRefusal, refuse } from '#kernel';
import type { CategoryId, ConferenceId, DelegationId, ForumId, InvitationId, Refusal, RegistrationId, VisitId } from '#kernel';
import { TieInvitation } from '#registration';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type {
  AnswerInvitationInput, CreateInvitationsInput, RecordAnswerInput, ReplaceInvitationInput, TieInvitationInput, UpdateInvitationInput,
} from '../graphql/schema.gen.js';
import { InvitationArguments } from './invitation-arguments.js';
import { invitationById } from './invitations.loaders.js';

type Answer = Promise<Invitation | Refusal>;

/** How invitations are written, answered and taken back. */
@Resolver()
export class InvitationMutations {
  constructor(private readonly answering: AnswerInvitation, private readonly recording: RecordAnswer, private readonly replacing: ReplaceInvitation, private readonly revoking: RevokeInvitation) {}

  @Mutation('answerInvitation')
  @Public()
  async answer(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') { id, ...input }: AnswerInvitationInput): Answer {
    return written(await this.answering.run(actor, { ...input, id: id as InvitationId | null | undefined }), context);
  }

  @Mutation('recordAnswer')
  @Allow('invitations.edit')
  async record(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: RecordAnswerInput): Answer {
    return written(await this.recording.run(actor, { ...input, id: input.id as InvitationId }), context);
  }

  @Mutation('replaceInvitation')
  @Allow('invitations.edit')
  async replace(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') input: ReplaceInvitationInput): Answer {
    return written(await this.replacing.run(actor, { ...input, id: input.id as InvitationId }), context);
  }

  @Mutation('revokeInvitation')
  @Allow('invitations.edit')
  async revoke(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id') id: string, @Args('reason') reason?: string | null): Answer {
    return written(await this.revoking.run(actor, id as InvitationId, reason ?? null), context);
  }
}

/** How invitations are written, changed and tied, by staff. */
@Resolver()
export class InvitationDeskMutations {
  constructor(private readonly creating: CreateInvitations, private readonly updating: UpdateInvitation, private readonly tying: TieInvitation, private readonly reading: InvitationArguments) {}

  @Mutation('createInvitations')
  @Allow('invitations.edit')
  async create(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: CreateInvitationsInput): Promise<{ created: readonly object[] } | Refusal> {
    const conferenceId = input.conferenceId as ConferenceId;
    const made = await this.creating.run(actor, {
      conferenceId, delegationId: input.delegationId as DelegationId | null | undefined, words: input.words, sendLetters: input.sendLetters ?? true,
      invitations: await this.reading.invitations(conferenceId, input.invitations),
    });
    if (isRefusal(made)) return made;
    return { created: await Promise.all(made.map(async ({ invitationId, isNew }) => ({ invitation: await loaders.load(invitationById, invitationId), isNew }))) };
  }

  @Mutation('updateInvitation')
  @Allow('invitations.edit')
  async update(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') { category, isPersonal, forumIds, visitIds, ...input }: UpdateInvitationInput): Answer {
    const id = input.id as InvitationId;
    const categoryId = category == null ? category : await this.categoryId(id, category, context);
    const parts = { forumIds: forumIds as ForumId[] | null | undefined, visitIds: visitIds as VisitId[] | null | undefined };
    return written(await this.updating.run(actor, { ...input, ...parts, id, categoryId, locked: isPersonal }), context);
  }

  @Mutation('tieInvitation')
  @Allow('invitations.edit')
  async tie(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('input') { id, registrationId }: TieInvitationInput): Answer {
    return written(await this.tying.run(actor, { id: id as InvitationId, registrationId: registrationId as RegistrationId }), context);
  }

  private async categoryId(id: InvitationId, key: string, { loaders }: RequestContext): Promise<CategoryId | undefined> {
    const invitation = isId(id) ? await loaders.load(invitationById, id) : null;
    return invitation === null ? undefined : (await this.reading.keysOf(invitation.conferenceId))(key);
  }
}

/** The invitation as it stands after the verb; what was read before it is forgotten. */
export async function written(answer: Pick<InvitationRef, 'invitationId'> | Refusal, { loaders }: RequestContext): Answer {
  if (isRefusal(answer)) return answer;
  loaders.clear();
  return await loaders.load(invitationById, answer.invitationId) ?? refuse('invitation.unknown');
}
