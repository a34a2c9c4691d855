import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The folder of files: nothing in it can be guessed, listed or reached by a path from outside. */
export class FileStore {
  private readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = join(folder, 'incoming');
  }

  /** A new name, 40 letters and digits: 160 bits that nobody knows. */
  newName(): string {
    return randomBytes(20).toString('hex');
  }

  /** A path for what is not whole yet. */
  async draft(): Promise<string> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    return join(this.incoming, this.newName());
  }

  /** Writes what comes to a draft and waits until the disk has it. A connection that drops rejects. */
  async spool(source: Readable, signal: AbortSignal): Promise<string> {
    const draft = await this.draft();
    try {
      await pipeline(source, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }), { signal });
      return draft;
    } catch (fault) {
      await this.drop(draft);
      throw fault;
    }
  }

  /** Makes an empty draft that is written part by part; gives its name. */
  async openDraft(): Promise<string> {
    const draft = await this.draft();
    await writeFile(draft, '', { mode: 0o600, flag: 'wx' });
    return basename(draft);
  }

  /**
   * Writes what comes into a draft, from an offset in bytes, and waits until the disk has it. A line that breaks is no fault
   * here: what came until then is there.
   * @param most bytes; where more come, nothing beyond is written
   */
  async writeDraft(name: string, offset: number, source: Readable, most: number): Promise<{ readonly bytes: number; readonly isTooMuch: boolean }> {
    const file = await open(this.draftPath(name), 'r+');
    let bytes = 0;
    try {
      for await (const chunk of untilItBreaks(source)) {
        if (bytes + chunk.length > most) return { bytes, isTooMuch: true };
        await file.write(chunk, 0, chunk.length, offset + bytes);
        bytes += chunk.length;
      }
      await file.datasync();
      return { bytes, isTooMuch: false };
    } finally {
      await file.close();
    }
  }

  readDraft(name: string): Readable {
    return createReadStream(this.draftPath(name));
  }

  async dropDraft(name: string): Promise<void> {
    await this.drop(this.draftPath(name));
  }

  /** Where a draft lies that is written part by part. */
  draftPath(name: string): string {
    return join(this.incoming, known(name));
  }

  /** Moves a whole draft to its place. */
  async keep(draft: string, name: string): Promise<void> {
    await mkdir(join(this.folder, name.slice(0, 2)), { recursive: true, mode: 0o700 });
    await rename(draft, this.pathOf(name));
  }

  read(name: string): Readable {
    return createReadStream(this.pathOf(name));
  }

  async drop(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  async remove(name: string): Promise<void> {
    await this.drop(this.pathOf(name));
  }

  /** Names of kept files older than an instant, shelf by shelf, so that a large store is never listed at once. */
  async *shelves(before: Date): AsyncGenerator<readonly string[]> {
    for (const shelf of await listed(this.folder)) {
      if (/^[0-9a-f]{2}$/.test(shelf)) yield this.olderThan(join(this.folder, shelf), before);
    }
  }

  /** Removes drafts that were left by processes that died. */
  async dropStaleDrafts(before: Date): Promise<void> {
    for (const name of await this.olderThan(this.incoming, before)) await this.drop(join(this.incoming, name));
  }

  private async olderThan(folder: string, before: Date): Promise<readonly string[]> {
    const names = await listed(folder);
    const ages = await Promise.all(names.map(async (name) => ({ name, at: await stat(join(folder, name)).then(({ mtime }) => mtime, () => before) })));
    return ages.filter(({ at }) => at < before).map(({ name }) => name);
  }

  /** Where a kept file lies, for libraries that read files themselves. */
  pathOf(name: string): string {
    return join(this.folder, known(name).slice(0, 2), name);
  }
}

function known(name: string): string {
  if (!/^[0-9a-f]{40}$/.test(name)) throw new Error('not the name of a kept file');
  return name;
}

async function* untilItBreaks(source: Readable): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (;;) {
      const part = await parts.next().catch(() => undefined);
      if (part === undefined || part.done === true) return;
      yield part.value;
    }
  } finally {
    source.destroy();
  }
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
}
