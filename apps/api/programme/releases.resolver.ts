import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { mayEditProgramme, PreviewRelease, Programmes, ReleaseProgramme, RollBackProgramme } from '#programme';
import type { ProgrammeDifference, ProgrammeRelease, ProgrammeReleased, ReleasePreview } from '#programme';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { ReleaseProgrammeInput, RollBackProgrammeInput } from '../graphql/schema.gen.js';
import { accountById } from '../identity/identity.loaders.js';

const MOST = 100;

interface ProgrammeReleasedView {
  readonly release: ProgrammeRelease | null;
  readonly notified: number;
}

/** Releases of the programme: what they would do, making them, and going back. */
@Resolver()
export class ReleasesResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly programmes: Programmes,
    private readonly foretelling: PreviewRelease, private readonly releasing: ReleaseProgramme, private readonly rollingBack: RollBackProgramme,
  ) {}

  @Query('previewRelease')
  @Allow('programme.edit')
  async previewRelease(@CurrentActor() actor: Actor, @Args('conferenceId') id: ConferenceId): Promise<ReleasePreview | Refusal> {
    const conference = await this.editable(actor, id);
    if (isRefusal(conference)) return conference;
    const preview = await this.foretelling.of(this.work.reader, conference);
    return may(actor, 'registration.read', { conferenceId: conference.id, seriesId: conference.seriesId }) ? preview : { ...preview, sample: [] };
  }

  @Query('programmeReleases')
  @Allow('programme.edit')
  async programmeReleases(@CurrentActor() actor: Actor, @Args('conferenceId') id: ConferenceId): Promise<readonly ProgrammeRelease[] | Refusal> {
    const conference = await this.editable(actor, id);
    return isRefusal(conference) ? conference : this.programmes.releasesOf(this.work.reader, conference.id, MOST);
  }

  @Mutation('releaseProgramme')
  @Allow('programme.edit')
  async releaseProgramme(
    @CurrentActor() actor: Actor, @Args('input') input: ReleaseProgrammeInput, @Args('idempotencyKey') key?: string,
  ): Promise<ProgrammeReleasedView | Refusal> {
    return this.view(await this.releasing.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined));
  }

  @Mutation('rollBackProgramme')
  @Allow('programme.edit')
  async rollBackProgramme(
    @CurrentActor() actor: Actor, @Args('input') input: RollBackProgrammeInput, @Args('idempotencyKey') key?: string,
  ): Promise<ProgrammeReleasedView | Refusal> {
    return this.view(await this.rollingBack.run(actor, { ...input, conferenceId: input.conferenceId as ConferenceId }, key ?? undefined));
  }

  private async view(made: ProgrammeReleased | Refusal): Promise<ProgrammeReleasedView | Refusal> {
    return isRefusal(made) ? made : { release: await this.programmes.release(this.work.reader, made.releaseId), notified: made.notified };
  }

  private async editable(actor: Actor, id: ConferenceId): Promise<Conference | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id) : null;
    if (conference === null) return refuse('conference.unknown');
    return mayEditProgramme(actor, conference) ? conference : denied(actor);
  }
}

/** What is said of a difference beyond what is kept of it. */
@Resolver('ProgrammeDifference')
export class DifferenceResolver {
  @ResolveField('changedBy')
  async changedBy(@Parent() { changedBy }: ProgrammeDifference, @Context() { loaders }: RequestContext): Promise<string | null> {
    return changedBy === null ? null : (await loaders.load(accountById, changedBy))?.email ?? null;
  }
}
