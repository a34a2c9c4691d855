import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
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
    if (!/^[0-9a-f]{40}$/.test(name)) throw new Error('not the name of a kept file');
    return join(this.folder, name.slice(0, 2), name);
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
