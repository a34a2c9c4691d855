import { daysOf, wallTime } from '#agenda';
import type { DayEntry, Gap } from '#agenda';
import { Conferences, isTimeZone } from '#conferences';
import { invalid } from '#kernel';
import { Places, TravelTimes } from '#places';
import type { Together } from '#places';
import { UnitOfWork } from '#platform';
import type { Registration } from '#registration';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { Refused } from '../graphql/refused.js';
import type { RequestContext } from '../graphql/request-context.js';
import { toAgendaItem } from './agenda-item.view.js';
import type { AgendaItemView } from './agenda-item.view.js';
import { standingsByRegistration } from './agenda.loaders.js';

interface AgendaView {
  readonly registration: Registration;
}

interface WallTimesView {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly offset: string;
  readonly endOffset: string;
}

interface EntryView {
  readonly item: AgendaItemView;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly venueTime: WallTimesView;
  readonly readerTime: WallTimesView | null;
  readonly gapBefore: (Gap & { readonly isTooTight: boolean }) | null;
}

/** An agenda day by day, in the venue's time and the reader's. */
@Resolver('Agenda')
export class AgendaDaysResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly places: Places, private readonly travel: TravelTimes,
  ) {}

  @ResolveField('timeZone')
  async timeZone(@Parent() { registration }: AgendaView, @Context() { loaders }: RequestContext): Promise<string | undefined> {
    return (await loaders.load(conferenceById, registration.conferenceId))?.timeZone;
  }

  @ResolveField('days')
  async days(
    @Parent() { registration }: AgendaView, @Context() { loaders }: RequestContext, @Args('zone') zone?: string | null,
  ): Promise<readonly { readonly date: string; readonly entries: readonly EntryView[] }[]> {
    const reader = zone ?? null;
    if (reader !== null && !isTimeZone(reader)) throw new Refused(invalid([{ path: 'zone', code: 'zone-unknown' }]));
    const em = this.work.reader;
    const conference = await loaders.load(conferenceById, registration.conferenceId) ?? await this.conferences.byId(em, registration.conferenceId);
    if (conference === null) return [];
    const standings = (await loaders.load(standingsByRegistration, registration.id)).filter(({ kind }) => kind !== 'CATEGORY');
    const days = daysOf(standings, await this.travel.of(em, conference.id), conference.timeZone);
    return days.map(({ date, entries }) => ({ date, entries: entries.map((entry) => toEntry(entry, conference.timeZone, reader)) }));
  }

  @ResolveField('heldTogether')
  heldTogether(@Parent() { registration }: AgendaView): Promise<readonly Together[]> {
    return this.places.together(this.work.reader, [registration.id]);
  }
}

function toEntry({ standing, interval: { startsAt, endsAt }, gapBefore }: DayEntry, venue: string, reader: string | null): EntryView {
  return {
    item: toAgendaItem(standing), startsAt, endsAt,
    venueTime: toWallTimes(startsAt, endsAt, venue),
    readerTime: reader === null ? null : toWallTimes(startsAt, endsAt, reader),
    gapBefore: gapBefore === null ? null : { ...gapBefore, isTooTight: gapBefore.minutes < gapBefore.travelMinutes },
  };
}

function toWallTimes(startsAt: Date, endsAt: Date, zone: string): WallTimesView {
  const [start, end] = [wallTime(startsAt, zone), wallTime(endsAt, zone)];
  return { startsAt: start.at, endsAt: end.at, offset: start.offset, endOffset: end.offset };
}
