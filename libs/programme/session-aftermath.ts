import { Injectable } from '@nestjs/common';
import { touchConference } from '#conferences';
import type { Conference } from '#conferences';
import type { RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { ForumTimes } from './forum-times.js';
import { ProgrammeChanges } from './programme-changes.js';
import type { ChangeToRecord } from './programme-changes.js';
import { Publication } from './publication.js';
import { ReadProgramme } from './read-programme.js';
import type { Session } from './session.entity.js';
import { warningsAbout } from './warnings/check-programme.js';
import type { ProgrammeWarning } from './warnings/programme-under-check.js';

/** What a change of a session is for one forum. */
export interface ForumChange extends Pick<ChangeToRecord, 'kind' | 'before' | 'after'> {
  readonly forum: Forum;
  /** Whether a break became a talk or the reverse, which changes whom it occupies. */
  readonly turns?: boolean;
}

/** What follows from a session that came, moved or went: agendas are re-timed, and people told. */
@Injectable()
export class SessionAftermath {
  constructor(
    private readonly times: ForumTimes, private readonly changes: ProgrammeChanges, private readonly reading: ReadProgramme,
    private readonly publication: Publication,
  ) {}

  /** Before the change: when and where it was. */
  whereabouts(tx: Tx, session: Session): ReturnType<ProgrammeChanges['whereabouts']> {
    return this.changes.whereabouts(tx, session);
  }

  /**
   * For each forum that a session came to, moved within or went from. After the first release nothing follows before the
   * next. @returns registrations whose agendas clash since
   */
  async settle(tx: Tx, session: Session, changes: readonly ForumChange[]): Promise<ReadonlySet<RegistrationId>> {
    const clashing = new Set<RegistrationId>();
    const isShown = await this.publication.show(tx, session.conferenceId, { forums: changes.map(({ forum }) => forum.id) });
    for (const { forum, kind, before, after } of isShown ? changes.filter(differs) : []) {
      const concerned = await this.times.renew(tx, forum);
      await this.changes.record(tx, {
        kind, before, after, session, forumId: forum.id, told: concerned.everyone, clashing: concerned.clashing, by: session.changedBy, at: session.changedAt,
      });
      for (const registrationId of concerned.clashing) clashing.add(registrationId);
    }
    if (isShown) await touchConference(tx, session.conferenceId);
    return clashing;
  }

  /** What the editor of a session should know. */
  async warnings(tx: Tx, conference: Conference, session: Session, clashing: ReadonlySet<RegistrationId>): Promise<readonly ProgrammeWarning[]> {
    const found = warningsAbout(await this.reading.of(tx.em, conference), session.id);
    if (clashing.size === 0) return found;
    return [{ code: 'programme.agendas-clash', sessionIds: [session.id], values: { people: clashing.size } }, ...found];
  }
}

/** Whether people must be told: another time or another place. New words alone are read when the page is. */
function differs({ before, after, turns }: ForumChange): boolean {
  return turns === true || JSON.stringify(before) !== JSON.stringify(after);
}
