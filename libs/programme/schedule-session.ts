import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, localizedTextProblems, refuse } from '#kernel';
import type { ForumId, LocalizedText, Refusal, RoomId, SessionId } from '#kernel';
import { brokenConstraint, once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import type { EquipmentId } from './equipment.entity.js';
import type { Forum } from './forum.entity.js';
import { lockForums } from './lock-forums.js';
import { conferenceToEdit } from './programme.policy.js';
import type { SessionWhereabouts } from './programme-change.entity.js';
import { SessionAftermath } from './session-aftermath.js';
import type { ForumChange } from './session-aftermath.js';
import type { Session, SessionKind } from './session.entity.js';
import { SessionRows } from './session-rows.js';
import { sessionTimes } from './session-times.js';
import type { SessionTimes } from './session-times.js';
import { speakerProblems } from './speaker-input.js';
import type { NewSpeaker } from './speaker-input.js';
import type { ProgrammeWarning } from './warnings/programme-under-check.js';

/** A session to be put into the programme, or moved where it has an id. Absent texts, room and speakers stay as they were. */
export interface SessionToSchedule {
  readonly id?: SessionId | undefined;
  /** The id that a new one is to have, where it comes from elsewhere. */
  readonly newId?: SessionId | undefined;
  readonly forumId: ForumId;
  readonly title?: LocalizedText | null | undefined;
  readonly description?: LocalizedText | null | undefined;
  readonly roomId?: RoomId | null | undefined;
  readonly kind?: SessionKind | undefined;
  readonly equipmentIds?: readonly EquipmentId[] | undefined;
  /** BCP 47. */
  readonly interpretation?: readonly string[] | undefined;
  /** Wall clock of the conference. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly speakers?: readonly NewSpeaker[] | undefined;
  /** The version that the editor saw, when moving. */
  readonly version?: number | undefined;
}

export interface SessionScheduled {
  readonly sessionId: SessionId;
  readonly warnings: readonly ProgrammeWarning[];
}

/**
 * Puts a session into a room at a time, or moves it. A room double-booked is refused, naming who has it. Whoever chose
 * the forum is re-timed in the same commit, told by letter, and counted in a warning where the day now clashes.
 */
@Injectable()
export class ScheduleSession {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly rows: SessionRows, private readonly aftermath: SessionAftermath,
  ) {}

  async run(actor: Actor, input: SessionToSchedule, key?: string): Promise<SessionScheduled | Refusal> {
    const request = { principal: actor.principal, operation: 'scheduleSession', key, arguments: input };
    const attempt = (): Promise<SessionScheduled | Refusal> => this.work.run((tx) => once(tx, request, () => this.within(tx, actor, input)));
    try {
      return await attempt();
    } catch (fault) {
      // A writer that did not come by the room's lock was faster; now it can be seen and named.
      if (brokenConstraint(fault) !== 'session_room_once') throw fault;
      return attempt();
    }
  }

  /** Within a transaction of the caller's; `quietly` leaves out the warnings, which cost a look at the whole programme. */
  async within(tx: Tx, actor: Actor, input: SessionToSchedule, { quietly = false } = {}): Promise<SessionScheduled | Refusal> {
    const seen = input.id === undefined ? undefined : await this.rows.find(tx, input.id);
    if (seen === null) return refuse('session.unknown');
    const forums = await lockForums(tx, [...new Set([input.forumId, ...(seen === undefined ? [] : [seen.forumId])])]);
    const forum = forums.find((one) => one.id === input.forumId);
    if (forum === undefined) return refuse('forum.unknown');
    const conference = await this.conferenceOf(tx, actor, forums);
    if (isRefusal(conference)) return conference;
    const before = seen === undefined ? undefined : await this.rows.lock(tx, seen.id);
    if (before === null || (before !== undefined && before.forumId !== seen?.forumId)) return refuse('session.unknown');
    if (before !== undefined && input.version !== undefined && input.version !== before.version) {
      return refuse('session.changed-meanwhile', { sessionId: before.id, version: before.version, changedAt: before.changedAt, changedBy: before.changedBy });
    }
    const times = checkedTimes(input, conference.timeZone);
    return isRefusal(times) ? times : this.write(tx, actor, { conference, forums, before, input, times, quietly });
  }

  /** The conference of one or two forums, each of which the actor may edit. */
  private async conferenceOf(tx: Tx, actor: Actor, forums: readonly Forum[]): Promise<Conference | Refusal> {
    const [first] = forums;
    if (first === undefined || forums.some((forum) => forum.conferenceId !== first.conferenceId)) return refuse('forum.unknown');
    let conference: Conference | Refusal = refuse('forum.unknown');
    for (const forum of forums) {
      conference = await conferenceToEdit(this.conferences, tx, actor, forum.conferenceId, forum.id);
      if (isRefusal(conference)) return conference;
    }
    return conference;
  }

  private async write(tx: Tx, actor: Actor, plan: Plan): Promise<SessionScheduled | Refusal> {
    const { conference, forums, before, input, times, quietly } = plan;
    const its = { ...input, conferenceId: conference.id, times };
    const roomId = input.roomId === undefined ? before?.roomId : input.roomId;
    const taken = roomId == null ? undefined : await this.rows.freeRoom(tx, roomId, its, before?.id);
    if (taken !== undefined) return taken;
    const was = before === undefined ? null : await this.aftermath.whereabouts(tx, before);
    const session = before === undefined ? await this.rows.add(tx, actor, its) : await this.rows.change(tx, actor, before, its);
    const unknown = input.speakers === undefined ? undefined : await this.rows.speakers.replace(tx, session, input.speakers);
    if (unknown !== undefined) return unknown;
    const changes = changesOf(forums, session, before, was, await this.aftermath.whereabouts(tx, session));
    const clashing = await this.aftermath.settle(tx, session, changes);
    return { sessionId: session.id, warnings: quietly ? [] : await this.aftermath.warnings(tx, conference, session, clashing) };
  }
}

/** A language tag, near enough (BCP 47). */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

interface Plan {
  readonly conference: Conference;
  readonly forums: readonly Forum[];
  readonly before: Session | undefined;
  readonly input: SessionToSchedule;
  readonly times: SessionTimes;
  readonly quietly: boolean;
}

function checkedTimes(input: SessionToSchedule, timeZone: string): SessionTimes | Refusal<'input.invalid'> {
  const times = sessionTimes(input, timeZone);
  const problems = [
    ...('startsAt' in times ? [] : times),
    ...localizedTextProblems('title', input.title, 'line'),
    ...localizedTextProblems('description', input.description, 'page'),
    ...speakerProblems(input.speakers ?? []),
    ...(input.equipmentIds ?? []).flatMap((id, index) => (isId(id) ? [] : [{ path: `equipmentIds.${index}`, code: 'unknown' }])),
    ...(input.interpretation ?? []).flatMap((tag, index) => (LANGUAGE.test(tag) ? [] : [{ path: `interpretation.${index}`, code: 'malformed' }])),
  ];
  return 'startsAt' in times && problems.length === 0 ? times : invalid(problems);
}

/** A session that goes to another forum was removed for those who chose the one, and added for those who chose the other. */
function changesOf(forums: readonly Forum[], session: Session, before: Session | undefined, was: SessionWhereabouts | null, is: SessionWhereabouts): readonly ForumChange[] {
  return forums.map((forum): ForumChange => {
    if (forum.id !== session.forumId) return { forum, kind: 'REMOVED', before: was, after: null };
    return forum.id === before?.forumId ? { forum, kind: 'MOVED', before: was, after: is, turns: before.kind !== session.kind } : { forum, kind: 'ADDED', before: null, after: is };
  });
}
