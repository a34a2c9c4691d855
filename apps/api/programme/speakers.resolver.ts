import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { PersonId, Refusal, SessionId, SpeakerId } from '#kernel';
import { AddSpeaker, ConfirmSpeaker, mayEditProgramme } from '#programme';
import type { Session, Speaker, SpeakerAnswer, SpeakerState } from '#programme';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { Allow, Public } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AddSpeakerInput, ConfirmSpeakerInput } from '../graphql/schema.gen.js';
import { contactOfSpeaker, draft } from './programme.loaders.js';

/** Speakers: asked by editors, answering for themselves. */
@Resolver('Speaker')
export class SpeakersResolver {
  constructor(private readonly adding: AddSpeaker, private readonly confirming: ConfirmSpeaker) {}

  @Mutation('addSpeaker')
  @Allow('programme.edit')
  async addSpeaker(@CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('input') input: AddSpeakerInput): Promise<Session | Refusal | null> {
    const added = await this.adding.run(actor, {
      ...input, sessionId: input.sessionId as SessionId, personId: input.personId as PersonId | null | undefined, locale: input.locale ?? undefined,
    });
    return isRefusal(added) ? added : loaders.load(draft.sessionById, added.sessionId);
  }

  @Mutation('confirmSpeaker')
  @Public()
  confirmSpeaker(@Args('input') { speakerId, token, answer }: ConfirmSpeakerInput): Promise<Omit<SpeakerAnswer, 'token'> | Refusal> {
    return this.confirming.run({ speakerId: speakerId as SpeakerId, token, answer });
  }

  @ResolveField('state')
  async state(@Parent() speaker: Speaker, @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext): Promise<SpeakerState | null> {
    const conference: Conference | null = await loaders.load(conferenceById, speaker.conferenceId);
    const session = await loaders.load(draft.sessionById, speaker.sessionId);
    if (conference === null || !mayEditProgramme(actor, conference, session?.forumId)) return null;
    return (await loaders.load(contactOfSpeaker, speaker.id))?.state ?? 'PROPOSED';
  }
}
