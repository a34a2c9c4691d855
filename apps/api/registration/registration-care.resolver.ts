import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal, RegistrationId } from '#kernel';
import type { RevealedTravelDocument } from '#people';
import { ResendRegistrationLink, RevealTravelDocument, TagRegistration, WithdrawRegistration } from '#registration';
import type { Registration, UsedTag } from '#registration';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { TagRegistrationInput, WithdrawRegistrationInput } from '../graphql/schema.gen.js';
import { WrittenRegistrations } from './written-registrations.js';

/** What else is done with a registration: taking it back, sending its link again, looking at the travel document, its tags. */
@Resolver()
export class RegistrationCareResolver {
  constructor(
    private readonly withdrawVerb: WithdrawRegistration,
    private readonly resendVerb: ResendRegistrationLink,
    private readonly revealVerb: RevealTravelDocument,
    private readonly tagVerb: TagRegistration,
    private readonly written: WrittenRegistrations,
  ) {}

  @Mutation('withdrawRegistration')
  @SignedIn()
  async withdraw(@CurrentActor() actor: Actor, @Args('input') input: WithdrawRegistrationInput): Promise<Registration | Refusal> {
    return this.written.of(await this.withdrawVerb.run(actor, { ...input, id: input.id as RegistrationId }));
  }

  @Mutation('resendRegistrationLink')
  @SignedIn()
  async resend(@CurrentActor() actor: Actor, @Args('registrationId') id: string): Promise<{ readonly registration: Registration } | Refusal> {
    const registration = await this.written.of(await this.resendVerb.run(actor, id as RegistrationId));
    return isRefusal(registration) ? registration : { registration };
  }

  @Mutation('tagRegistration')
  @Allow('registration.enter')
  async tag(@CurrentActor() actor: Actor, @Args('input') { id, add, remove }: TagRegistrationInput): Promise<Registration | Refusal> {
    return this.written.of(await this.tagVerb.run(actor, id as RegistrationId, { add, remove }));
  }

  @Query('registrationTags')
  @Allow('registration.read')
  tags(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Promise<readonly UsedTag[] | Refusal> {
    return this.tagVerb.used(actor, id as ConferenceId);
  }

  @Mutation('revealTravelDocument')
  @Allow('registration.reveal-document')
  reveal(@CurrentActor() actor: Actor, @Args('registrationId') id: string, @Args('reason') reason: string): Promise<RevealedTravelDocument | Refusal> {
    return this.revealVerb.run(actor, id as RegistrationId, reason);
  }
}
