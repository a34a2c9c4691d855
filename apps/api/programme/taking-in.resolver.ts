import type { Actor } from '#identity';
import type { ConferenceId, Refusal } from '#kernel';
import { CloneProgramme, ImportProgramme } from '#programme';
import type { ProgrammeCloned, ProgrammeImported } from '#programme';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { CloneProgrammeInput, ImportProgrammeInput } from '../graphql/schema.gen.js';

/** Programmes that come from elsewhere: a file, or the last edition. */
@Resolver()
export class TakingInResolver {
  constructor(private readonly importing: ImportProgramme, private readonly cloning: CloneProgramme) {}

  @Mutation('importProgramme')
  @Allow('programme.edit')
  importProgramme(@CurrentActor() actor: Actor, @Args('input') input: ImportProgrammeInput, @Args('idempotencyKey') key?: string): Promise<ProgrammeImported | Refusal> {
    return this.importing.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined);
  }

  @Mutation('cloneProgramme')
  @Allow('programme.edit')
  cloneProgramme(@CurrentActor() actor: Actor, @Args('input') input: CloneProgrammeInput, @Args('idempotencyKey') key?: string): Promise<ProgrammeCloned | Refusal> {
    return this.cloning.run(actor, { from: input.from as ConferenceId, to: input.to as ConferenceId }, key ?? undefined);
  }
}
