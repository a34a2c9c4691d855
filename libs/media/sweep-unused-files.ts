import { Clock } from '#kernel';
import { rowsOf, Sweep, UnitOfWork } from '#platform';
import type { Sweeper } from '#platform';
import { Injectable } from '@nestjs/common';
import { FileStore } from './file-store.js';

/** For how long an upload waits for something to use it. */
export const UNUSED_HOURS = 24;
const MOST = 500;

const UNUSED = `
  DELETE FROM file WHERE id = ANY(ARRAY(
    SELECT f.id FROM file f WHERE f.created_at < $1 AND NOT EXISTS (SELECT 1 FROM file_use u WHERE u.file_id = f.id)
    ORDER BY f.created_at LIMIT $2 FOR UPDATE SKIP LOCKED))
  AND NOT EXISTS (SELECT 1 FROM file_use u WHERE u.file_id = file.id)
  RETURNING stored_as`;
const UNFINISHED = 'DELETE FROM incoming_file WHERE created_at < $1 RETURNING draft';
const KNOWN = 'SELECT stored_as FROM file WHERE stored_as = ANY($1::text[])';

/** Throws away uploads that nothing used or ended within a day, and what processes that died left on the disk. */
@Injectable()
@Sweep({ name: 'media.unused-files', everyMs: 600_000 })
export class SweepUnusedFiles implements Sweeper {
  constructor(
    private readonly store: FileStore,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UNUSED_HOURS * 3_600_000);
    for (;;) {
      const gone = await this.work.run((tx) => tx.query<{ stored_as: string }>(UNUSED, [before, MOST]));
      for (const { stored_as: name } of gone) await this.store.remove(name);
      if (gone.length < MOST) break;
    }
    const unfinished = await this.work.run((tx) => tx.query<{ draft: string }>(UNFINISHED, [before]));
    for (const { draft } of unfinished) await this.store.dropDraft(draft);
    await this.store.dropStaleDrafts(before);
    for await (const names of this.store.shelves(before)) await this.removeUnknown(names);
  }

  /** A file whose row was never committed, or is gone: the process ended between the two. */
  private async removeUnknown(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const known = new Set((await rowsOf<{ stored_as: string }>(this.work.reader, KNOWN, [names])).map((row) => row.stored_as));
    for (const name of names) if (!known.has(name)) await this.store.remove(name);
  }
}
