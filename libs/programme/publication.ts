import { Injectable } from '@nestjs/common';
import { touchConference } from '#conferences';
import type { ConferenceId } from '#kernel';
import type { Tx } from '#platform';
import type { EntityManager } from 'typeorm';
import { ProgrammeRelease } from './programme-release.entity.js';
import { ShownRows } from './shown-rows.js';
import type { Touched } from './shown-rows.js';

/** The lock of a conference's programme as a whole: the first lock of whoever adds to it, releases it or rolls it back. */
export async function lockProgramme(tx: Tx, conferenceId: ConferenceId): Promise<void> {
  await tx.query('SELECT 1 FROM conference WHERE id = $1 FOR NO KEY UPDATE', [conferenceId]);
}

/** What becomes of an edit: until a conference's first release readers see it at once, afterwards with the next release. */
@Injectable()
export class Publication {
  constructor(private readonly rows: ShownRows) {}

  async isImmediate(em: EntityManager, conferenceId: ConferenceId): Promise<boolean> {
    return !await em.existsBy(ProgrammeRelease, { conferenceId });
  }

  /**
   * Shows what an edit touched, where edits are shown at once. Under the lock of the forum or of the programme, which a
   * release takes too, so that none comes between. @returns whether it is shown
   */
  async show(tx: Tx, conferenceId: ConferenceId, touched: Touched): Promise<boolean> {
    if (!await this.isImmediate(tx.em, conferenceId)) return false;
    await this.rows.copy(tx, conferenceId, touched);
    return true;
  }

  /** The same for an edit that nobody's agenda depends on; readers' caches are told. */
  async showWords(tx: Tx, conferenceId: ConferenceId, touched: Touched): Promise<void> {
    if (await this.show(tx, conferenceId, touched)) await touchConference(tx, conferenceId);
  }
}
