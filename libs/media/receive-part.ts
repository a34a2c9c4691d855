import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { isRefusal, refuse } from '#kernel';
import type { FileId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { HEAD_BYTES, mediaTypeOf } from './file-kind.js';
import { FileStore } from './file-store.js';
import { Files } from './files.js';
import type { IncomingFile } from './incoming-file.entity.js';
import { IncomingFiles } from './incoming-files.js';
import { MOST_BYTES, TakeFile } from './take-file.js';
import type { FileOwner, UploadRefusal } from './take-file.js';

export interface Part {
  readonly id: FileId;
  /** Where in the file it begins, in bytes. */
  readonly offset: number;
  /** Rejects where the line breaks: what came until then counts. */
  readonly content: Readable;
}

/** How far a file has come; `fits` is false where the part did not begin there, or another line took over. */
export interface Progress {
  readonly fits: boolean;
  readonly received: number;
}

/**
 * Takes the next part of a file. When it is the last, the file is taken in as one that came whole, under the same id; only then
 * all of it counts as received, so that a process that dies in between is sent the last part once more.
 */
@Injectable()
export class ReceivePart {
  constructor(
    private readonly incoming: IncomingFiles,
    private readonly store: FileStore,
    private readonly takeFile: TakeFile,
    private readonly files: Files,
    private readonly work: UnitOfWork,
  ) {}

  async run(owner: FileOwner, { id, offset, content }: Part): Promise<Progress | UploadRefusal | Refusal<'file.unknown'>> {
    const file = await this.incoming.of(owner, id);
    if (file === null) return refuse('file.unknown');
    const writer = randomUUID();
    if (file.received !== offset || !(await this.incoming.claim(file, writer))) return { fits: false, received: file.received };
    const { bytes, isTooMuch } = await this.store.writeDraft(file.draft, offset, content, file.size - offset);
    const received = offset + bytes;
    const refusal = isTooMuch ? refuse('file.too-large', { megabytes: MOST_BYTES / 1_000_000 }) : await this.look(file, offset, received, owner);
    if (refusal !== undefined) {
      await this.incoming.forget(file);
      return refusal;
    }
    if (!(await this.incoming.count(file, writer, received))) return { fits: false, received: offset };
    if (received === file.size) await this.store.dropDraft(file.draft);
    return { fits: true, received };
  }

  /** Says no as soon as the first bytes tell what it is, rather than after ten megabytes; the whole is taken in. */
  private async look(file: IncomingFile, offset: number, received: number, owner: FileOwner): Promise<UploadRefusal | undefined> {
    if (received === file.size) return this.take(file, owner);
    const tells = offset < HEAD_BYTES && received >= HEAD_BYTES;
    return tells && (await mediaTypeOf(this.store.draftPath(file.draft))) === undefined ? refuse('file.kind') : undefined;
  }

  private async take({ id, draft, name }: IncomingFile, owner: FileOwner): Promise<UploadRefusal | undefined> {
    const isThere = async (): Promise<boolean> => (await this.files.byId(this.work.reader, id)) !== null;
    if (await isThere()) return undefined;
    try {
      const taken = await this.takeFile.run({ id, name, owner, content: this.store.readDraft(draft), isCut: () => false, signal: new AbortController().signal });
      return isRefusal(taken) ? taken : undefined;
    } catch (fault) {
      // Two lines brought the last part, and the other was first.
      if (await isThere()) return undefined;
      throw fault;
    }
  }
}
