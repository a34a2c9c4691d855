import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { ForumTimes } from './forum-times.js';
import { ProgrammeChanges } from './programme-changes.js';
import type { ChangeToRecord } from './programme-changes.js';
import { ReadProgramme } from './read-programme.js';
import type { Session } from './session.entity.js';
import { warningsAbout } from './warnings/check-programme.js';
import type { ProgrammeWarning } from './warnings/programme-under-check.js';

/** What follows from a session that came, moved or went: agendas are re-timed, and people told. */
@Injectable()
export class SessionAftermath {
  constructor(
    private readonly times: ForumTimes, private readonly changes: ProgrammeChanges, private readonly reading: ReadProgramme,
  ) {}

  /** Before the change: when and where it was. */
  whereabouts(tx: Tx, session: Session): ReturnType<ProgrammeChanges['whereabouts']> {
    return this.changes.whereabouts(tx, session);
  }

  /** For one forum that a session came to, moved within or went from. @returns registrations whose agendas clash since */
  async settle(tx: Tx, forum: Forum, change: Omit<ChangeToRecord, 'clashing' | 'told' | 'forumId'>): Promise<readonly RegistrationId[]> {
    if (!differs(change)) return [];
    const { everyone, clashing } = await this.times.renew(tx, forum);
    await this.changes.record(tx, { ...change, forumId: forum.id, told: everyone, clashing });
    return clashing;
  }

  /** What the editor of a session should know. */
  async warnings(tx: Tx, conference: Conference, session: Session, clashing: number): Promise<readonly ProgrammeWarning[]> {
    const found = warningsAbout(await this.reading.of(tx.em, conference), session.id);
    if (clashing === 0) return found;
    return [{ code: 'programme.agendas-clash', sessionIds: [session.id], values: { people: clashing } }, ...found];
  }
}

/** Whether people must be told: another time or another place. New words alone are read when the page is. */
function differs({ before, after }: Pick<ChangeToRecord, 'before' | 'after'>): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
