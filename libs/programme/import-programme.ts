import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { invalid, isRefusal, newId } from '#kernel';
import type { ConferenceId, ForumId, LocalizedText, Refusal, RoomId, SessionId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { CreateForum } from './create-forum.js';
import { readFrab } from './frab/read-frab.js';
import type { ForeignItem } from './frab/read-frab.js';
import { DraftProgrammes } from './programmes.js';
import type { WholeProgramme } from './programmes.js';
import { ReleaseDesk } from './release-desk.js';
import { ScheduleSession } from './schedule-session.js';
import { wallClockOf } from './session-times.js';

export interface ProgrammeToImport {
  readonly conferenceId: ConferenceId;
  /** A schedule.json of the frab format. */
  readonly schedule: string;
  /** Language of its texts, BCP 47; the conference's first where absent. */
  readonly locale?: string | undefined;
}

export interface ProgrammeImported {
  readonly added: number;
  readonly changed: number;
  readonly forums: number;
  /** Rooms that the conference has under no such name: their sessions have none yet. */
  readonly unknownRooms: readonly string[];
}

const OFFER_MINUTES = 720;

/**
 * Takes a programme from a schedule.json into the draft: a track is a forum with open doors, found again by its title; a
 * session is found again by its guid, so that reading the same file twice changes nothing. All of it or nothing.
 */
@Injectable()
export class ImportProgramme {
  constructor(
    private readonly work: UnitOfWork, private readonly desk: ReleaseDesk, private readonly drafts: DraftProgrammes,
    private readonly forums: CreateForum, private readonly sessions: ScheduleSession,
  ) {}

  async run(actor: Actor, input: ProgrammeToImport, key?: string): Promise<ProgrammeImported | Refusal> {
    const request = { principal: actor.principal, operation: 'importProgramme', key, arguments: input };
    return this.work.run((tx) => once(tx, request, async () => {
      const open = await this.desk.open(tx, actor, input.conferenceId);
      if (isRefusal(open)) return open;
      const items = readFrab(input.schedule);
      return isRefusal(items) ? items : this.take(tx, actor, open.conference, items, input.locale ?? open.conference.locales[0] ?? 'en');
    }));
  }

  private async take(tx: Tx, actor: Actor, conference: Conference, items: readonly ForeignItem[], locale: string): Promise<ProgrammeImported | Refusal> {
    const draft = await this.drafts.whole(tx.em, conference.id);
    const tracks = await this.forumsFor(tx, actor, conference, items, draft, locale);
    if (isRefusal(tracks)) return tracks;
    const rooms = roomsByName(draft);
    const guids = items.flatMap(({ guid }) => guid ?? []) as SessionId[];
    const taken = new Map((await this.drafts.sessions(tx.em, guids)).map((session) => [session.id, session]));
    let changed = 0;
    for (const [index, item] of items.entries()) {
      const known = item.guid === undefined ? undefined : taken.get(item.guid as SessionId);
      const isOwn = known?.conferenceId === conference.id && known.removedAt === null;
      const wall = (instant: Date): string => wallClockOf(instant, conference.timeZone);
      const scheduled = await this.sessions.within(tx, actor, {
        ...(isOwn ? { id: known.id } : { newId: known === undefined && item.guid !== undefined ? item.guid as SessionId : newId<'Session'>() }),
        forumId: tracks.get(item.track) ?? newId(), title: { [locale]: item.title }, description: item.description === '' ? null : { [locale]: item.description },
        roomId: rooms.get(item.room) ?? null, kind: item.isBreak ? 'BREAK' : 'TALK', startsAt: wall(item.startsAt), endsAt: wall(item.endsAt),
        speakers: item.persons.map((name) => ({ name: { [locale]: name }, role: 'SPEAKER' })),
      }, { quietly: true });
      if (isRefusal(scheduled)) return scheduled.refused === 'input.invalid' ? invalid([{ path: `schedule.${index}`, code: 'malformed' }]) : scheduled;
      if (isOwn) changed += 1;
    }
    return {
      added: items.length - changed, changed, forums: tracks.size,
      unknownRooms: [...new Set(items.map(({ room }) => room).filter((room) => !rooms.has(room)))],
    };
  }

  private async forumsFor(tx: Tx, actor: Actor, conference: Conference, items: readonly ForeignItem[], draft: WholeProgramme, locale: string): Promise<ReadonlyMap<string, ForumId> | Refusal> {
    const found = new Map<string, ForumId>();
    for (const track of new Set(items.map((item) => item.track))) {
      const title: LocalizedText = track === '' ? conference.title : { [locale]: track };
      const known = draft.forums.find((forum) => Object.values(forum.title).some((text) => Object.values(title).includes(text)));
      const made = known === undefined ? await this.forums.within(tx, actor, {
        conferenceId: conference.id, slug: `track-${newId().slice(-8)}`, kind: 'THEMATIC', title, admission: 'OPEN_DOORS', offerMinutes: OFFER_MINUTES,
      }) : { forumId: known.id };
      if (isRefusal(made)) return made;
      found.set(track, made.forumId);
    }
    return found;
  }
}

/** By the name alone and by the name with its venue, in every language. */
function roomsByName({ rooms, venues }: WholeProgramme): ReadonlyMap<string, RoomId> {
  const names = new Map(venues.map((venue) => [venue.id, venue.name]));
  return new Map(rooms.flatMap((room) => Object.entries(room.name).flatMap(([tag, name]) => {
    const venue = names.get(room.venueId)?.[tag];
    return [[name, room.id], ...(venue === undefined ? [] : [[`${name}, ${venue}`, room.id], [`${name}，${venue}`, room.id]])] as [string, RoomId][];
  })));
}
