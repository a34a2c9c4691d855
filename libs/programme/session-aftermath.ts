import { Injectable } from '@nestjs/common';
import { touchConference } from '#conferences';
import type { Conference } from '#conferences';
import type { RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import type { Forum } from './forum.entity.js';
import { ForumTimes } from './forum-times.js';
import type { Concerned } from './forum-times.js';
import { ProgrammeChanges } from './programme-changes.js';
import type { ChangeToRecord } from './programme-changes.js';
import { ReadProgramme } from './read-programme.js';
import type { Session } from './session.entity.js';
import { warningsAbout } from './warnings/check-programme.js';
import type { ProgrammeWarning } from './warnings/programme-under-check.js';

/** What follows from a session that came, moved or went: agendas are re-timed, people told, readers' caches made stale. */
@Injectable()
export class SessionAftermath {
  constructor(
    private readonly times: ForumTimes, private readonly changes: ProgrammeChanges, private readonly reading: ReadProgramme,
  ) {}

  /** Before the change: when and where it was. */
  whereabouts(tx: Tx, session: Session): ReturnType<ProgrammeChanges['whereabouts']> {
    return this.changes.whereabouts(tx, session);
  }

  /** @returns registrations whose agendas clash since */
  async settle(tx: Tx, forums: readonly Forum[], change: Omit<ChangeToRecord, 'clashing' | 'told'>): Promise<readonly RegistrationId[]> {
    let clashing: readonly RegistrationId[] = [];
    if (differs(change)) {
      const concerned: Concerned[] = [];
      for (const forum of forums) concerned.push(await this.times.renew(tx, forum));
      clashing = [...new Set(concerned.flatMap((one) => one.clashing))];
      await this.changes.record(tx, { ...change, clashing, told: [...new Set(concerned.flatMap((one) => one.everyone))] });
    }
    await touchConference(tx, change.session.conferenceId);
    return clashing;
  }

  /** What the editor of a session should know. */
  async warnings(tx: Tx, conference: Conference, session: Session, clashing: readonly RegistrationId[]): Promise<readonly ProgrammeWarning[]> {
    const found = warningsAbout(await this.reading.of(tx.em, conference), session.id);
    if (clashing.length === 0) return found;
    return [{ code: 'programme.agendas-clash', sessionIds: [session.id], values: { people: clashing.length } }, ...found];
  }
}

/** Whether people must be told: another time or another place. New words alone are read when the page is. */
function differs({ before, after }: Pick<ChangeToRecord, 'before' | 'after'>): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
