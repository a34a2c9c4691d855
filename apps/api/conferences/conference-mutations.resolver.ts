import { CloneConference, CreateConference, MoveConference, UpdateConference } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import type { ConferenceId, Refusal, SeriesId } from '#kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { CloneConferenceInput, CreateConferenceInput, UpdateConferenceInput } from '../graphql/schema.gen.js';

type Answer = Promise<Conference | Refusal>;

@Resolver()
export class ConferenceMutations {
  constructor(
    private readonly createVerb: CreateConference,
    private readonly updateVerb: UpdateConference,
    private readonly cloneVerb: CloneConference,
    private readonly moveVerb: MoveConference,
  ) {}

  @Mutation('createConference')
  @Allow('conference.edit')
  create(@CurrentActor() actor: Actor, @Args('input') input: CreateConferenceInput, @Args('idempotencyKey') key?: string): Answer {
    return this.createVerb.run(actor, { ...input, seriesId: input.seriesId as SeriesId }, key ?? undefined);
  }

  @Mutation('updateConference')
  @Allow('conference.edit')
  update(@CurrentActor() actor: Actor, @Args('input') input: UpdateConferenceInput): Answer {
    return this.updateVerb.run(actor, { ...input, id: input.id as ConferenceId });
  }

  @Mutation('cloneConference')
  @Allow('conference.edit')
  clone(@CurrentActor() actor: Actor, @Args('input') input: CloneConferenceInput, @Args('idempotencyKey') key?: string): Answer {
    return this.cloneVerb.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
  }

  @Mutation('publishConference')
  @Allow('conference.edit')
  publish(@CurrentActor() actor: Actor, @Args('id') id: string): Answer {
    return this.moveVerb.run(actor, id as ConferenceId, 'PUBLISH');
  }

  @Mutation('openRegistration')
  @Allow('conference.edit')
  open(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Answer {
    return this.moveVerb.run(actor, id as ConferenceId, 'OPEN');
  }

  @Mutation('closeRegistration')
  @Allow('conference.edit')
  close(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Answer {
    return this.moveVerb.run(actor, id as ConferenceId, 'CLOSE');
  }

  @Mutation('archiveConference')
  @Allow('conference.edit')
  archive(@CurrentActor() actor: Actor, @Args('id') id: string): Answer {
    return this.moveVerb.run(actor, id as ConferenceId, 'ARCHIVE');
  }
}
