import type { Actor } from '#identity';
import type { ConferenceId, DelegationId, PersonId, Refusal, RegistrationId } from '#kernel';
import { RegisterDelegate, StartRegistration, SubmitRegistration, UpdateRegistration } from '#registration';
import type { Registration } from '#registration';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RegisterDelegateInput, StartRegistrationInput, SubmitRegistrationInput, UpdateRegistrationInput } from '../graphql/schema.gen.js';
import { WrittenRegistrations } from './written-registrations.js';

type Answer = Promise<Registration | Refusal>;

/** How registrations come in and are changed, by delegates and by staff on their behalf. */
@Resolver()
export class RegistrationMutations {
  constructor(
    private readonly registerVerb: RegisterDelegate,
    private readonly startVerb: StartRegistration,
    private readonly updateVerb: UpdateRegistration,
    private readonly submitVerb: SubmitRegistration,
    private readonly written: WrittenRegistrations,
  ) {}

  @Mutation('registerDelegate')
  @SignedIn()
  async register(@CurrentActor() actor: Actor, @Args('input') input: RegisterDelegateInput, @Args('idempotencyKey') key?: string): Answer {
    const { conferenceId, personId, delegationId } = input;
    const entry = { ...input, conferenceId: conferenceId as ConferenceId, personId: personId as PersonId | null | undefined, delegationId: delegationId as DelegationId | null | undefined };
    return this.written.of(await this.registerVerb.run(actor, entry, key ?? undefined));
  }

  @Mutation('startRegistration')
  @SignedIn()
  async start(@CurrentActor() actor: Actor, @Args('input') input: StartRegistrationInput, @Args('idempotencyKey') key?: string): Answer {
    const { conferenceId, personId, delegationId } = input;
    const entry = { ...input, conferenceId: conferenceId as ConferenceId, personId: personId as PersonId | null | undefined, delegationId: delegationId as DelegationId | null | undefined };
    return this.written.of(await this.startVerb.run(actor, entry, key ?? undefined));
  }

  @Mutation('updateRegistration')
  @SignedIn()
  async update(@CurrentActor() actor: Actor, @Args('input') input: UpdateRegistrationInput): Answer {
    return this.written.of(await this.updateVerb.run(actor, { ...input, id: input.id as RegistrationId }));
  }

  @Mutation('submitRegistration')
  @SignedIn()
  async submit(@CurrentActor() actor: Actor, @Args('input') input: SubmitRegistrationInput, @Args('idempotencyKey') key?: string): Answer {
    return this.written.of(await this.submitVerb.run(actor, { ...input, id: input.id as RegistrationId }, key ?? undefined));
  }
}
