import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Clock, hasForbiddenCharacters, isRefusal, newId, refuse, tidy } from '#kernel';
import type { AccountId, FileId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { File } from './file.entity.js';
import { isTable, isWholePdf, mediaTypeOf, tableTypeOf } from './file-kind.js';
import type { MediaType } from './file-kind.js';
import { FileStore } from './file-store.js';
import { redrawn } from './picture.js';
import { Turnstile } from './turnstile.js';

export const MOST_BYTES = 10_000_000;
/** Of a table: 200,000 people with a dozen columns need a third of it. */
export const MOST_TABLE_BYTES = 100_000_000;
const LONGEST_NAME = 120;
const PICTURES_AT_ONCE = 2;

export interface Upload {
  /** The id that it was announced under, where it came in parts. */
  readonly id?: FileId;
  /** What is expected: a picture or document, or a table of up to MOST_TABLE_BYTES. */
  readonly expected?: 'TABLE' | undefined;
  /** Ends early, with `isCut` true, where more than MOST_BYTES came; rejects where the connection drops. */
  readonly content: Readable;
  readonly isCut: () => boolean;
  readonly name: string;
  readonly owner: FileOwner;
  readonly signal: AbortSignal;
}

/** Who uploads: the account where there is one, and the name under which the request is counted. */
export interface FileOwner {
  readonly accountId: AccountId | null;
  readonly principal: string;
}

export type UploadRefusal = Refusal<'file.too-large' | 'file.kind' | 'file.no-table' | 'file.unreadable' | 'file.too-many-pixels' | 'file.missing'>;

/**
 * Takes a file in: spooled to disk, told by its bytes, pictures drawn anew. It is kept only when all of that went well;
 * until something uses it, it is kept for a day.
 */
@Injectable()
export class TakeFile {
  private readonly pictures = new Turnstile(PICTURES_AT_ONCE);

  constructor(
    private readonly store: FileStore,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(upload: Upload): Promise<File | UploadRefusal> {
    const drafts = [await this.store.spool(upload.content, upload.signal)];
    try {
      const [spooled = ''] = drafts;
      const { size: sent } = await stat(spooled);
      if (upload.isCut()) return refuse('file.too-large', { megabytes: mostBytes(upload.expected) / 1_000_000 });
      if (sent === 0) return refuse('file.missing');
      const mediaType = await (upload.expected === 'TABLE' ? tableTypeOf(spooled) : mediaTypeOf(spooled));
      if (mediaType === undefined) return refuse(upload.expected === 'TABLE' ? 'file.no-table' : 'file.kind');
      const whole = await this.whole(spooled, mediaType, drafts);
      if (isRefusal(whole)) return whole;
      return await this.keep(whole, mediaType, upload);
    } finally {
      for (const draft of drafts) await this.store.drop(draft);
    }
  }

  /** The draft that may be kept: a picture drawn anew, a document as it came. */
  private async whole(spooled: string, mediaType: MediaType, drafts: string[]): Promise<string | UploadRefusal> {
    if (isTable(mediaType)) return spooled;
    if (mediaType === 'application/pdf') return (await isWholePdf(spooled)) ? spooled : refuse('file.unreadable');
    const draft = await this.store.draft();
    drafts.push(draft);
    return await this.pictures.through(() => redrawn(spooled, draft, mediaType)) ?? draft;
  }

  private async keep(draft: string, mediaType: MediaType, { id = newId<'File'>(), name, owner, signal }: Upload): Promise<File> {
    signal.throwIfAborted();
    const storedAs = this.store.newName();
    const { size } = await stat(draft);
    await this.store.keep(draft, storedAs);
    try {
      return await this.work.run(async (tx) => {
        const file = tx.em.create(File, { id, ...owner, name: shownName(name), mediaType, size, storedAs, createdAt: this.clock.now() });
        await tx.em.insert(File, file);
        return file;
      });
    } catch (fault) {
      await this.store.remove(storedAs);
      throw fault;
    }
  }
}

/** How large an upload may be, in bytes. */
export function mostBytes(expected: Upload['expected']): number {
  return expected === 'TABLE' ? MOST_TABLE_BYTES : MOST_BYTES;
}

/** The name without folders and without what could turn the text around it, short enough to be shown whole. */
export function shownName(typed: string): string {
  const base = tidy(typed.split(/[/\\]/).at(-1) ?? '');
  const plain = [...base].filter((letter) => !hasForbiddenCharacters(letter)).join('').trim();
  if (plain === '' || plain === '.' || plain === '..') return 'file';
  if (plain.length <= LONGEST_NAME) return plain;
  const [ending = ''] = /\.[^.]{1,8}$/u.exec(plain) ?? [];
  return [...plain].slice(0, LONGEST_NAME - ending.length).join('').slice(0, LONGEST_NAME - ending.length) + ending;
}
