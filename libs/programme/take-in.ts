import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { invalid, isRefusal, newId } from '#kernel';
import type { FieldProblem, ForumId, Refusal, RoomId, SessionId } from '#kernel';
import type { Tx } from '#platform';
import { CreateForum } from './create-forum.js';
import type { ForeignItem } from './foreign-item.js';
import { DraftProgrammes } from './programmes.js';
import type { WholeProgramme } from './programmes.js';
import { ScheduleSession } from './schedule-session.js';

export interface TakenIn {
  readonly added: number;
  readonly changed: number;
  readonly forums: number;
  /** Rooms that the conference has under no such name: their sessions have none yet. */
  readonly unknownRooms: readonly string[];
}

const OFFER_MINUTES = 720;

/** Puts the sessions of somebody's file into a draft that the caller has locked. */
@Injectable()
export class TakeIn {
  constructor(private readonly drafts: DraftProgrammes, private readonly forums: CreateForum, private readonly sessions: ScheduleSession) {}

  /** @param isPatient names everything that is wrong and not only the first */
  async within(tx: Tx, actor: Actor, conference: Conference, items: readonly ForeignItem[], { isPatient }: { isPatient: boolean }): Promise<TakenIn | Refusal> {
    const draft = await this.drafts.whole(tx.em, conference.id);
    const tracks = await this.forumsFor(tx, actor, conference, items, draft);
    if (isRefusal(tracks)) return tracks;
    const rooms = roomsByName(draft);
    const guids = items.flatMap(({ guid }) => guid ?? []) as SessionId[];
    const taken = new Map((await this.drafts.sessions(tx.em, guids)).map((session) => [session.id, session]));
    const problems: FieldProblem[] = [];
    let changed = 0;
    for (const item of items) {
      const { origin, guid, track, room, isBreak, title, description, startsAt, endsAt, speakers } = item;
      const known = guid === undefined ? undefined : taken.get(guid as SessionId);
      const isOwn = known?.conferenceId === conference.id && known.removedAt === null;
      const scheduled = await this.sessions.within(tx, actor, {
        ...(isOwn ? { id: known.id } : { newId: known === undefined && guid !== undefined ? guid as SessionId : newId<'Session'>() }),
        forumId: tracks.get(trackKey(track)) ?? newId(), title, description, roomId: rooms.get(room) ?? null, kind: isBreak ? 'BREAK' : 'TALK', startsAt, endsAt, speakers,
      }, { quietly: true });
      if (isRefusal(scheduled)) {
        if (!isPatient) return scheduled.refused === 'input.invalid' ? invalid([{ path: origin, code: 'malformed' }]) : scheduled;
        problems.push(...problemsOf(scheduled, origin));
      } else if (isOwn) {
        changed += 1;
      }
    }
    if (problems.length > 0) return invalid(problems);
    return {
      added: items.length - changed, changed, forums: tracks.size,
      unknownRooms: [...new Set(items.map(({ room }) => room).filter((room) => room !== '' && !rooms.has(room)))],
    };
  }

  private async forumsFor(tx: Tx, actor: Actor, conference: Conference, items: readonly ForeignItem[], draft: WholeProgramme): Promise<ReadonlyMap<string, ForumId> | Refusal> {
    const found = new Map<string, ForumId>();
    for (const { track } of items) {
      if (found.has(trackKey(track))) continue;
      const title = track ?? conference.title;
      const known = draft.forums.find((forum) => Object.values(forum.title).some((text) => Object.values(title).includes(text)));
      const made = known === undefined ? await this.forums.within(tx, actor, {
        conferenceId: conference.id, slug: `track-${newId().slice(-8)}`, kind: 'THEMATIC', title, admission: 'OPEN_DOORS', offerMinutes: OFFER_MINUTES,
      }) : { forumId: known.id };
      if (isRefusal(made)) return made;
      found.set(trackKey(track), made.forumId);
    }
    return found;
  }
}

function trackKey(track: ForeignItem['track']): string {
  return track === null ? '' : JSON.stringify(Object.values(track).sort());
}

/** What is wrong with a row, beside the column that it is about. */
function problemsOf({ refused, data }: Refusal, origin: string): FieldProblem[] {
  if (refused === 'input.invalid') return (data['problems'] as readonly FieldProblem[]).map((problem) => ({ ...problem, path: `${origin}.${problem.path}` }));
  return [{ path: refused === 'programme.room-taken' ? `${origin}.room` : origin, code: refused === 'programme.room-taken' ? 'room-taken' : 'malformed' }];
}

/** By the name alone and by the name with its venue, in every language. */
function roomsByName({ rooms, venues }: WholeProgramme): ReadonlyMap<string, RoomId> {
  const names = new Map(venues.map((venue) => [venue.id, venue.name]));
  return new Map(rooms.flatMap((room) => Object.entries(room.name).flatMap(([tag, name]) => {
    const venue = names.get(room.venueId)?.[tag];
    return [[name, room.id], ...(venue === undefined ? [] : [[`${name}, ${venue}`, room.id], [`${name}，${venue}`, room.id]])] as [string, RoomId][];
  })));
}
