import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { ConferenceId, ForumId, RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { isTimed, isTold } from './differences.js';
import type { ProgrammeDifference } from './differences.js';
import type { Forum } from './forum.entity.js';
import { ForumTimes } from './forum-times.js';
import { ReleaseNotice } from './programme-release.entity.js';
import type { ProgrammeReleaseId } from './programme-release.entity.js';
import { ReadProgramme } from './read-programme.js';
import { blocksIn } from './warnings/check-programme.js';
import type { ProgrammeWarning } from './warnings/programme-under-check.js';

const AT_ONCE = 1000;

/** What a release is for those who chose the forums that it changes. */
@Injectable()
export class ReleaseNews {
  constructor(private readonly times: ForumTimes, private readonly reading: ReadProgramme) {}

  /** What must be put right before a release. */
  async blocks(tx: Tx, conference: Conference): Promise<readonly ProgrammeWarning[]> {
    return blocksIn(await this.reading.of(tx.em, conference));
  }

  /** Re-times agendas, and writes down whom the release is told to. @returns how many */
  async write(tx: Tx, conferenceId: ConferenceId, releaseId: ProgrammeReleaseId, forums: readonly Forum[], changed: readonly ProgrammeDifference[]): Promise<number> {
    const timed = new Set(changed.filter(isTimed).map(({ forumId }) => forumId));
    const told = new Set(changed.filter(isTold).map(({ forumId }) => forumId));
    const concerned = await this.times.renewAll(tx, forums.filter(({ id }) => timed.has(id)));
    const forumsOf = new Map<RegistrationId, ForumId[]>();
    for (const [forumId, { everyone }] of concerned) {
      for (const registrationId of told.has(forumId) ? everyone : []) forumsOf.set(registrationId, [...forumsOf.get(registrationId) ?? [], forumId]);
    }
    const clashing = new Set([...concerned.values()].flatMap((one) => one.clashing));
    const notices = [...forumsOf].map(([registrationId, forumIds]) => ({ releaseId, conferenceId, registrationId, forumIds, clashes: clashing.has(registrationId) }));
    for (let from = 0; from < notices.length; from += AT_ONCE) await tx.em.insert(ReleaseNotice, notices.slice(from, from + AT_ONCE));
    return notices.length;
  }
}
