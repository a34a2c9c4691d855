import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, ForumId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { DraftDifferences, DraftProgrammes, mayEditProgramme, Programmes, ReadProgramme, warningsFor } from '#programme';
import type { Equipment, Forum, ProgrammeDifference, ProgrammeRelease, ProgrammeWarning } from '#programme';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';

/** The draft of a conference, as far as its reader may edit it: whole, or the forums that one is staff of. */
export interface ProgrammeDraftView {
  readonly conference: Conference;
  readonly forums: readonly Forum[];
}

/** What editors read of the programme before it is released. */
@Resolver('ProgrammeDraft')
export class DraftResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly programmes: Programmes,
    private readonly drafts: DraftProgrammes, private readonly differing: DraftDifferences, private readonly reading: ReadProgramme,
  ) {}

  @Query('programmeDraft')
  @Allow('programme.edit')
  async programmeDraft(@CurrentActor() actor: Actor, @Args('conferenceId') id: ConferenceId): Promise<ProgrammeDraftView | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id) : null;
    if (conference === null) return refuse('conference.unknown');
    const all = await this.drafts.forumsOf(this.work.reader, conference.id);
    const forums = mayEditProgramme(actor, conference) ? all : all.filter((forum) => mayEditProgramme(actor, conference, forum.id));
    return forums.length > 0 || mayEditProgramme(actor, conference) ? { conference, forums } : denied(actor);
  }

  @Query('programmeDiff')
  @Allow('programme.edit')
  async programmeDiff(@CurrentActor() actor: Actor, @Args('conferenceId') id: ConferenceId): Promise<readonly ProgrammeDifference[] | Refusal> {
    const draft = await this.programmeDraft(actor, id);
    return isRefusal(draft) ? draft : this.differences(draft, actor);
  }

  @ResolveField('differences')
  async differences(@Parent() { conference }: ProgrammeDraftView, @CurrentActor() actor: Actor): Promise<readonly ProgrammeDifference[]> {
    const all = await this.differing.of(this.work.reader, conference.id);
    return all.filter(({ forumId }) => mayEditProgramme(actor, conference, forumId));
  }

  @ResolveField('warnings')
  async warnings(@Parent() { conference, forums }: ProgrammeDraftView): Promise<readonly ProgrammeWarning[]> {
    const programme = await this.reading.of(this.work.reader, conference);
    const own = new Set<ForumId>(forums.map(({ id }) => id));
    return warningsFor(programme, (forumId) => own.has(forumId));
  }

  @ResolveField('equipment')
  async equipment(@Parent() { conference }: ProgrammeDraftView, @CurrentActor() actor: Actor): Promise<readonly Equipment[]> {
    return mayEditProgramme(actor, conference) ? this.drafts.equipmentOf(this.work.reader, conference.id) : [];
  }

  @ResolveField('basedOn')
  async basedOn(@Parent() { conference }: ProgrammeDraftView): Promise<ProgrammeRelease | null> {
    return (await this.programmes.releasesOf(this.work.reader, conference.id, 1))[0] ?? null;
  }
}
