import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { AccountId, ForumId, LocalizedText, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { programmeChanged } from './facts.js';
import { ProgrammeChange } from './programme-change.entity.js';
import type { ProgrammeChangeId, ProgrammeChangeKind, SessionWhereabouts } from './programme-change.entity.js';
import { DraftProgrammes } from './programmes.js';
import type { Session } from './session.entity.js';
import { placeText, whereaboutsOf } from './whereabouts.js';

export interface ChangeToRecord {
  readonly kind: ProgrammeChangeKind;
  readonly forumId: ForumId;
  readonly session: Session;
  readonly before: SessionWhereabouts | null;
  readonly after: SessionWhereabouts | null;
  readonly told: readonly RegistrationId[];
  readonly clashing: readonly RegistrationId[];
  readonly by: AccountId | null;
  readonly at: Date;
}

/** What is told to those who chose a forum, written down before anybody is told. */
@Injectable()
export class ProgrammeChanges {
  constructor(private readonly programmes: DraftProgrammes) {}

  async record(tx: Tx, change: ChangeToRecord): Promise<ProgrammeChangeId> {
    const id: ProgrammeChangeId = newId();
    await tx.em.insert(ProgrammeChange, {
      id, conferenceId: change.session.conferenceId, forumId: change.forumId, sessionId: change.session.id, kind: change.kind,
      before: change.before, after: change.after, clashing: [...change.clashing], told: [...change.told],
      changedAt: change.at, changedBy: change.by,
    });
    if (change.told.length > 0) tx.record(programmeChanged, { changeId: id });
    return id;
  }

  /** Where and when a session is at this moment, in words that stay. */
  async whereabouts(tx: Tx, session: Session): Promise<SessionWhereabouts> {
    return whereaboutsOf(session, await this.placeOf(tx, session));
  }

  private async placeOf(tx: Tx, session: Session): Promise<LocalizedText | null> {
    if (session.roomId === null) return null;
    const [room] = await this.programmes.rooms(tx.em, [session.roomId]);
    if (room === undefined) return null;
    const [venue] = await this.programmes.venues(tx.em, [room.venueId]);
    return placeText(room, venue);
  }
}
