import { mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineOf } from './kept-mail.js';
import type { Envelope, KeptMail, MailLine, MailQuery } from './kept-mail.js';
import { readMail } from './mail-reader.js';

const ENDING = '.mail';
const HEAD_BYTES = 64 * 1024;

/**
 * The caught mails in a folder: one file each, its first line what was read of the mail (JSON), then the source as it
 * came. The newest `limit` are kept. A file gets its name only when it is complete, so a crash leaves no half mail.
 */
export class MailShelf {
  private lines: MailLine[] = [];
  private lastId = 0;
  /** Settles when every mail begun before is in the index. */
  private shown: Promise<unknown> = Promise.resolve();

  private constructor(private readonly folder: string, private readonly limit: number) {}

  static async open(folder: string, limit = 50_000): Promise<MailShelf> {
    const shelf = new MailShelf(folder, limit);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await shelf.readIndex();
    return shelf;
  }

  /** Mails are shown in the order of their ids, however long each takes: who asks for what is newer than one misses none. */
  async put(envelope: Envelope, source: Buffer, acceptedAt: Date): Promise<KeptMail> {
    this.lastId += 1;
    const [kept, before] = [this.keep(this.lastId, envelope, source, acceptedAt), this.shown];
    const mine = Promise.allSettled([kept, before]).then(([result]) => {
      if (result.status === 'fulfilled') this.lines.push(lineOf(result.value));
    });
    this.shown = mine;
    await mine;
    await this.dropOldest();
    return kept;
  }

  /** The lines that match, oldest first. */
  find(query: MailQuery): readonly MailLine[] {
    const to = query.to?.trim().toLowerCase() ?? '';
    return this.lines.filter((line) =>
      line.id > (query.after ?? 0)
      && (query.kind === undefined || line.kind === query.kind)
      && (to === '' || line.to.some((address) => address.toLowerCase().includes(to))));
  }

  async mail(id: number): Promise<KeptMail | undefined> {
    const content = await this.content(id);
    return content === undefined ? undefined : headOf(content);
  }

  async source(id: number): Promise<Buffer | undefined> {
    const content = await this.content(id);
    return content?.subarray(content.indexOf(0x0a) + 1);
  }

  /** Throws away what matches, and gives its number. */
  async remove(query: MailQuery): Promise<number> {
    const gone = new Set(this.find(query).map((line) => line.id));
    this.lines = this.lines.filter((line) => !gone.has(line.id));
    for (const id of gone) await rm(this.pathOf(id), { force: true });
    return gone.size;
  }

  private async keep(id: number, envelope: Envelope, source: Buffer, acceptedAt: Date): Promise<KeptMail> {
    const mail = await readMail(id, envelope, source, acceptedAt);
    const path = this.pathOf(id);
    await writeFile(`${path}.part`, Buffer.concat([Buffer.from(`${JSON.stringify(mail)}\n`), source]), { mode: 0o600 });
    await rename(`${path}.part`, path);
    return mail;
  }

  private async content(id: number): Promise<Buffer | undefined> {
    return this.lines.some((line) => line.id === id) ? readFile(this.pathOf(id)) : undefined;
  }

  private async dropOldest(): Promise<void> {
    const oldest = this.lines.length > this.limit ? this.lines.shift() : undefined;
    if (oldest !== undefined) await rm(this.pathOf(oldest.id), { force: true });
  }

  private async readIndex(): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(ENDING)).sort();
    const tooMany = Math.max(0, names.length - this.limit);
    for (const name of names.slice(0, tooMany)) await rm(join(this.folder, name), { force: true });
    for (const name of names.slice(tooMany)) {
      const mail = await readHead(join(this.folder, name));
      if (mail !== undefined) this.lines.push(lineOf(mail));
    }
    const newest = names.at(-1);
    this.lastId = newest === undefined ? 0 : Number(newest.slice(0, -ENDING.length));
  }

  private pathOf(id: number): string {
    return join(this.folder, `${String(id).padStart(12, '0')}${ENDING}`);
  }
}

async function readHead(path: string): Promise<KeptMail | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    const head = buffer.subarray(0, bytesRead);
    return headOf(head.includes(0x0a) ? head : await file.readFile());
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

function headOf(content: Buffer): KeptMail {
  return JSON.parse(content.subarray(0, content.indexOf(0x0a)).toString('utf8')) as KeptMail;
}
