import type { FileId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { IncomingFile } from './incoming-file.entity.js';
import type { FileOwner } from './take-file.js';

/** Files that come in parts, each for its sender alone: to others there is none. */
@Injectable()
export class IncomingFiles {
  constructor(private readonly work: UnitOfWork, private readonly store: FileStore) {}

  of({ principal }: FileOwner, id: FileId): Promise<IncomingFile | null> {
    return this.work.reader.findOneBy(IncomingFile, { id, principal });
  }

  /** Makes someone its writer, if it stands where the writer thinks; whoever wrote before then has no say any more. */
  async claim({ id, received }: IncomingFile, writer: string): Promise<boolean> {
    const rows = await this.work.run((tx) => tx.query('UPDATE incoming_file SET writer = $2 WHERE id = $1 AND received = $3 RETURNING id', [id, writer, received]));
    return rows.length > 0;
  }

  /** Says how much of it the disk has; not where another writes by now. */
  async count({ id }: IncomingFile, writer: string, received: number): Promise<boolean> {
    const rows = await this.work.run((tx) => tx.query('UPDATE incoming_file SET received = $3 WHERE id = $1 AND writer = $2 RETURNING id', [id, writer, received]));
    return rows.length > 0;
  }

  async forget({ id, draft }: IncomingFile): Promise<void> {
    await this.work.run((tx) => tx.query('DELETE FROM incoming_file WHERE id = $1', [id]));
    await this.store.dropDraft(draft);
  }
}
