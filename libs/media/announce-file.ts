import { Clock, isRefusal, newId, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { IncomingFile } from './incoming-file.entity.js';
import { MOST_BYTES } from './take-file.js';
import type { FileOwner } from './take-file.js';

/** Of one sender, of those that are not whole: more are begun only by somebody who never ends one. */
export const MOST_INCOMING = 20;

/** Begins a file that comes in parts: makes room for it under an id that its parts are sent to. */
@Injectable()
export class AnnounceFile {
  constructor(
    private readonly store: FileStore,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param size in bytes, of the whole */
  async run(owner: FileOwner, { name, size }: { readonly name: string; readonly size: number }): Promise<IncomingFile | Refusal<'file.too-large' | 'file.missing' | 'file.too-many'>> {
    if (size > MOST_BYTES) return refuse('file.too-large', { megabytes: MOST_BYTES / 1_000_000 });
    if (!Number.isInteger(size) || size < 1) return refuse('file.missing');
    const draft = await this.store.openDraft();
    const announced = await this.work.run(async (tx) => {
      const [{ begun } = { begun: 0 }] = await tx.query<{ begun: number }>('SELECT count(*)::int AS begun FROM incoming_file WHERE principal = $1 AND received < size', [owner.principal]);
      if (begun >= MOST_INCOMING) return refuse('file.too-many');
      const incoming = tx.em.create(IncomingFile, { id: newId<'File'>(), accountId: owner.accountId, principal: owner.principal, name, size, received: 0, draft, writer: null, createdAt: this.clock.now() });
      await tx.em.insert(IncomingFile, incoming);
      return incoming;
    });
    if (isRefusal(announced)) await this.store.dropDraft(draft);
    return announced;
  }
}
