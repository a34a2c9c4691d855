import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { RegistrationId } from '#kernel';
import { Letters } from '#mail';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { MoreThan } from 'typeorm';
import { tellProgrammeRelease } from './jobs.js';
import { programmeReleasedLetter } from './mails/programme-released.mail.js';
import type { ProgrammeReleasedProps } from './mails/programme-released.mail.js';
import { ProgrammeRelease, ReleaseNotice } from './programme-release.entity.js';
import type { ProgrammeReleaseId } from './programme-release.entity.js';

const BATCH = 100;

/**
 * Tells each person of a release in one letter what it changed in their forums, unless they have left them since. A batch
 * is one commit: its letters and the job for the next. The ledger's key, release and registration, lets nobody be told
 * twice.
 */
@Injectable()
export class TellRelease {
  constructor(
    private readonly work: UnitOfWork, private readonly letters: Letters, private readonly registrations: Registrations,
    private readonly conferences: Conferences, private readonly places: Places,
  ) {}

  /** @returns how many letters this batch wrote */
  async run(releaseId: ProgrammeReleaseId, after: RegistrationId | null): Promise<number> {
    return this.work.run(async (tx) => {
      const release = await tx.em.findOneByOrFail(ProgrammeRelease, { id: releaseId });
      const notices = await tx.em.find(ReleaseNotice, {
        where: { releaseId, ...(after === null ? {} : { registrationId: MoreThan(after) }) }, order: { registrationId: 'ASC' }, take: BATCH,
      });
      const written = await this.write(tx, release, notices);
      const last = notices.at(-1);
      if (notices.length === BATCH && last !== undefined) tx.enqueue(tellProgrammeRelease, { releaseId, after: last.registrationId });
      return written;
    });
  }

  private async write(tx: Tx, release: ProgrammeRelease, notices: readonly ReleaseNotice[]): Promise<number> {
    const ids = notices.map(({ registrationId }) => registrationId);
    const conference = await this.conferences.byId(tx.em, release.conferenceId);
    if (conference === null) throw new Error(`conference ${release.conferenceId} is gone`);
    const readers = await this.registrations.withLetterAddresses(tx.em, await this.registrations.byIds(tx.em, ids));
    const addresses = new Map(readers.map(({ registration, address }) => [registration.id, address]));
    const still = Map.groupBy(await this.places.standings(tx.em, ids), ({ holder }) => holder);
    let written = 0;
    for (const { registrationId, forumIds, clashes } of notices) {
      const address = addresses.get(registrationId);
      const own = new Set((still.get(registrationId) ?? []).map(({ subjectId }) => subjectId).filter((id) => forumIds.some((forumId) => forumId === id)));
      if (address === undefined || own.size === 0) continue;
      const { email, name, locale } = address;
      const props: ProgrammeReleasedProps = {
        name, clashes, writtenAt: release.releasedAt.toISOString(),
        conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
        changes: release.differences.filter(({ sessionId, forumId }) => sessionId !== null && own.has(forumId)),
      };
      await this.letters.write(tx, programmeReleasedLetter, {
        key: `${release.id}:${registrationId}`, to: { email, name }, locale, props, conferenceId: conference.id, registrationId,
      });
      written += 1;
    }
    return written;
  }
}
