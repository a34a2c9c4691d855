import { Clock } from '#kernel';
import type { ConferenceId, ContactImportId } from '#kernel';
import { Files } from '#media';
import { Sweep, UnitOfWork } from '#platform';
import type { Sweeper } from '#platform';
import { Injectable } from '@nestjs/common';

/** For how long a file that was tried waits for a person; it is a list of people that nobody asked to keep. */
export const STALE_DAYS = 14;
const MOST = 20;

const STALE = `
  DELETE FROM contact_import WHERE id = ANY(ARRAY(
    SELECT id FROM contact_import WHERE state IN ('CHECKING', 'CHECKED', 'UNREADABLE') AND created_at < $1 ORDER BY id LIMIT ${MOST} FOR UPDATE SKIP LOCKED))
  RETURNING id, conference_id, principal`;

/** Throws away imports that were never applied, with their rows and their files. */
@Injectable()
@Sweep({ name: 'contacts.stale-imports', everyMs: 3_600_000 })
export class SweepStaleImports implements Sweeper {
  constructor(private readonly work: UnitOfWork, private readonly files: Files, private readonly clock: Clock) {}

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - STALE_DAYS * 86_400_000);
    while (await this.batch(before) === MOST) continue;
  }

  private batch(before: Date): Promise<number> {
    return this.work.run(async (tx) => {
      const gone = await tx.query<{ id: ContactImportId; conference_id: ConferenceId; principal: string }>(STALE, [before]);
      for (const { id, conference_id: conferenceId, principal } of gone) await this.files.setUses(tx, { conferenceId, usedBy: id, fileIds: [], owner: { accountId: null, principal } });
      return gone.length;
    });
  }
}
