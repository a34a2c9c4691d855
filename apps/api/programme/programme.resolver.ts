import { Conferences, maySeeConference, readersVersion, scopeOf } from '#conferences';
import type { Conference } from '#conferences';
import { denied, mayWithin } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { DraftProgrammes, mayEditProgramme, Programmes, ReadProgramme, warningsFor } from '#programme';
import type { Forum, ProgrammeWarning, Venue } from '#programme';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { QueryVenuesArgs } from '../graphql/schema.gen.js';

/** The programme of a conference, as its field resolvers see it. */
export interface ProgrammeView {
  readonly conference: Conference;
  readonly calendarPath: string;
}

/** What is read of a programme; whatever hangs from a forum is loaded for all forums at once. */
@Resolver('Programme')
export class ProgrammeResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly programmes: Programmes, private readonly drafts: DraftProgrammes, private readonly reading: ReadProgramme,
  ) {}

  @Query('programme')
  @Public()
  async programme(@CurrentActor() actor: Actor, @Args('conferenceSlug') slug: string): Promise<ProgrammeView | Refusal> {
    const conference = await this.conferences.bySlug(this.work.reader, slug);
    if (conference === null || !maySeeConference(actor, conference)) return refuse('conference.unknown');
    return { conference, calendarPath: `/feeds/${conference.slug}/programme.ics` };
  }

  @Query('venues')
  @Public()
  async venues(@CurrentActor() actor: Actor, @Args() args: QueryVenuesArgs): Promise<Connection<Venue> | Refusal> {
    const conference = await this.find(args.conferenceId as ConferenceId);
    if (conference === null || !maySeeConference(actor, conference)) return refuse('conference.unknown');
    const reading = mayWithin(actor, 'programme.edit', scopeOf(conference)) ? this.drafts : this.programmes;
    const page = await reading.pageOfVenues(this.work.reader, conference.id, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => reading.countVenues(this.work.reader, conference.id), (row) => row);
  }

  @Query('programmeWarnings')
  @Allow('programme.edit')
  async warnings(@CurrentActor() actor: Actor, @Args('conferenceId') id: ConferenceId): Promise<readonly ProgrammeWarning[] | Refusal> {
    const conference = await this.find(id);
    if (conference === null) return refuse('conference.unknown');
    if (!mayWithin(actor, 'programme.edit', scopeOf(conference))) return denied(actor);
    const programme = await this.reading.of(this.work.reader, conference);
    return warningsFor(programme, (forumId) => mayEditProgramme(actor, conference, forumId));
  }

  @ResolveField('forums')
  forums(@Parent() { conference }: ProgrammeView): Promise<readonly Forum[]> {
    return this.programmes.forumsOf(this.work.reader, conference.id);
  }

  @ResolveField('version')
  version(@Parent() { conference }: ProgrammeView): Promise<number> {
    return readersVersion(this.work.reader, conference.id);
  }

  private async find(id: ConferenceId): Promise<Conference | null> {
    return isId(id) ? this.conferences.byId(this.work.reader, id) : null;
  }
}
