import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { Refusal, RoomId, SessionId } from '#kernel';
import { UnitOfWork } from '#platform';
import { DraftProgrammes } from './programmes.js';
import { ScheduleSession } from './schedule-session.js';
import type { SessionScheduled } from './schedule-session.js';
import { wallClockOf } from './session-times.js';

/** Absent parts stay; without an end the session keeps its length. */
export interface SessionMove {
  readonly id: SessionId;
  /** The version that the editor saw. */
  readonly version: number;
  /** Wall clock of the conference. */
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly roomId?: RoomId | null | undefined;
}

/** Moves a session in time or to another room, as one drags it over a timetable; for the rest it is `ScheduleSession`. */
@Injectable()
export class MoveSession {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly drafts: DraftProgrammes, private readonly scheduling: ScheduleSession,
  ) {}

  async run(actor: Actor, move: SessionMove): Promise<SessionScheduled | Refusal> {
    const em = this.work.reader;
    const [session] = isId(move.id) ? await this.drafts.sessions(em, [move.id]) : [];
    const conference = session === undefined || session.removedAt !== null ? null : await this.conferences.byId(em, session.conferenceId);
    if (session === undefined || conference === null) return refuse('session.unknown');
    const startsAt = move.startsAt ?? wallClockOf(session.startsAt, conference.timeZone);
    return this.scheduling.run(actor, {
      id: session.id, forumId: session.forumId, version: move.version, roomId: move.roomId, startsAt,
      endsAt: move.endsAt ?? endOf(startsAt, session.endsAt.getTime() - session.startsAt.getTime()),
    });
  }
}

/** As long after the begin on the wall; what is no time stays as it was typed, and is refused beside its field. */
function endOf(startsAt: string, milliseconds: number): string {
  try {
    return Temporal.PlainDateTime.from(startsAt).add({ milliseconds }).toString({ smallestUnit: 'second' });
  } catch {
    return startsAt;
  }
}
