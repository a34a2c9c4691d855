import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal, newId } from '#kernel';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { AnnounceFile, Files, FileStore, IncomingFiles, mediaEntities, MOST_INCOMING, ReceivePart, SweepUnusedFiles, TakeFile } from './index.js';
import type { FileOwner, IncomingFile } from './index.js';
import { broken, portrait } from './media.fixture.js';

let database: ThrowawayDatabase;
let folder: string;
const clock = new FixedClock(new Date());
const sender = (): FileOwner => ({ accountId: null, principal: `token:${randomUUID()}` });
const owner = sender();
/** A PDF of 300 kB that no part of it is alike another. */
const whole = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000), Buffer.from('\n%%EOF\n')]);

/** What one process has of its own: nothing but the database and the folder is shared. */
interface Process { readonly announce: AnnounceFile; readonly receive: ReceivePart; readonly incoming: IncomingFiles; readonly files: Files; readonly store: FileStore }
function startProcess(): Process {
  const [store, files] = [new FileStore(folder), new Files()];
  const incoming = new IncomingFiles(database.work, store);
  return { store, files, incoming, announce: new AnnounceFile(store, database.work, clock), receive: new ReceivePart(incoming, store, new TakeFile(store, database.work, clock), files, database.work) };
}
let one: Process;
let other: Process;

beforeAll(async () => {
  database = await throwawayDatabase(mediaEntities);
  folder = await mkdtemp(join(tmpdir(), 'huiguan-parts-'));
  [one, other] = [startProcess(), startProcess()];
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function announced(size = whole.length, who = owner): Promise<IncomingFile> {
  const file = await one.announce.run(who, { name: 'passport.pdf', size });
  if (isRefusal(file)) throw new Error(file.refused);
  return file;
}
const part = (from: number, to?: number): Readable => Readable.from([whole.subarray(from, to)]);
const code = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.refused : undefined);
const stored = async ({ id }: IncomingFile): Promise<Buffer> => {
  const file = await one.files.byId(database.work.reader, id);
  return readFile(one.store.pathOf(file?.storedAs ?? ''));
};
const drafts = async (): Promise<string[]> => readdir(join(folder, 'incoming')).catch(() => []);

describe('a file that comes in parts', () => {
  it('goes on where the line broke, in another process, and is then as it was sent', async () => {
    const file = await announced();
    expect(await one.receive.run(owner, { id: file.id, offset: 0, content: part(0, 100_000) })).toEqual({ fits: true, received: 100_000 });
    const half = (whole.length - 100_000) / 2 | 0;
    expect(await other.receive.run(owner, { id: file.id, offset: 100_000, content: broken(whole.subarray(100_000)) })).toEqual({ fits: true, received: 100_000 + half });
    expect(await one.files.byId(database.work.reader, file.id)).toBeNull();
    expect(await one.receive.run(owner, { id: file.id, offset: 100_000 + half, content: part(100_000 + half) })).toEqual({ fits: true, received: whole.length });
    expect(await stored(file)).toEqual(whole);
    expect(await one.incoming.of(owner, file.id)).toMatchObject({ received: whole.length });
    expect(await drafts()).toEqual([]);
  });

  it('is written by the line that came last; what an earlier one still brings does not count', async () => {
    const file = await announced();
    const slow = new PassThrough();
    const first = one.receive.run(owner, { id: file.id, offset: 0, content: slow });
    slow.write(whole.subarray(0, 50_000));
    await waitFor(async () => (await stat(one.store.draftPath(file.draft))).size === 50_000);
    // Nobody has told the house that the first line is gone.
    expect(await other.receive.run(owner, { id: file.id, offset: 0, content: part(0, 80_000) })).toEqual({ fits: true, received: 80_000 });
    slow.end(whole.subarray(50_000, 60_000));
    expect(await first).toEqual({ fits: false, received: 0 });
    expect(await other.incoming.of(owner, file.id)).toMatchObject({ received: 80_000 });
    expect(await other.receive.run(owner, { id: file.id, offset: 60_000, content: part(60_000) })).toEqual({ fits: false, received: 80_000 });
    await other.receive.run(owner, { id: file.id, offset: 80_000, content: part(80_000) });
    expect(await stored(file)).toEqual(whole);
  });

  it('is sent its last part once more where the process died before it was taken', async () => {
    const file = await announced();
    await one.receive.run(owner, { id: file.id, offset: 0, content: part(0, 200_000) });
    // All bytes are on the disk, and nobody could say so.
    await one.store.writeDraft(file.draft, 200_000, part(200_000), whole.length);
    expect(await one.incoming.of(owner, file.id)).toMatchObject({ received: 200_000 });
    const [both, again] = await Promise.all([one, other].map(({ receive }) => receive.run(owner, { id: file.id, offset: 200_000, content: part(200_000) })));
    expect([both, again]).toContainEqual({ fits: true, received: whole.length });
    expect(await stored(file)).toEqual(whole);
  });

  it('is its sender’s alone', async () => {
    const file = await announced();
    const stranger = sender();
    expect(await one.incoming.of(stranger, file.id)).toBeNull();
    expect(code(await one.receive.run(stranger, { id: file.id, offset: 0, content: part(0) }))).toBe('file.unknown');
    expect(code(await one.receive.run(owner, { id: newId<'File'>(), offset: 0, content: part(0) }))).toBe('file.unknown');
    expect(await one.incoming.of(owner, file.id)).toMatchObject({ received: 0 });
  });

  it('is refused as soon as that is known, and leaves nothing', async () => {
    const [before, who] = [await drafts(), sender()];
    expect(code(await one.announce.run(who, { name: 'a.pdf', size: 10_000_001 }))).toBe('file.too-large');
    expect(code(await one.announce.run(who, { name: 'a.pdf', size: 0 }))).toBe('file.missing');
    const film = await announced(9_000_000, who);
    expect(code(await one.receive.run(who, { id: film.id, offset: 0, content: Readable.from([randomBytes(20_000)]) }))).toBe('file.kind');
    const long = await announced(1_000, who);
    expect(code(await one.receive.run(who, { id: long.id, offset: 0, content: part(0, 2_000) }))).toBe('file.too-large');
    const damaged = await announced(200_000, who);
    expect(code(await one.receive.run(who, { id: damaged.id, offset: 0, content: part(0, 200_000) }))).toBe('file.unreadable');
    for (const gone of [film, long, damaged]) expect(await one.incoming.of(who, gone.id)).toBeNull();
    expect(await drafts()).toEqual(before);
  });

  it('is one of at most twenty that a sender has not ended', async () => {
    const who = sender();
    const picture = await portrait();
    for (let begun = 0; begun < MOST_INCOMING; begun += 1) await announced(picture.length, who);
    expect(code(await one.announce.run(who, { name: 'a.jpg', size: 10 }))).toBe('file.too-many');
    const [ended] = await database.source.query<{ id: IncomingFile['id'] }[]>('SELECT id FROM incoming_file WHERE principal = $1 LIMIT 1', [who.principal]);
    expect(await one.receive.run(who, { id: ended!.id, offset: 0, content: Readable.from([picture]) })).toEqual({ fits: true, received: picture.length });
    expect(code(await one.announce.run(who, { name: 'a.jpg', size: 10 }))).toBeUndefined();
  });

  it('is thrown away when a day has passed', async () => {
    const file = await announced();
    await one.receive.run(owner, { id: file.id, offset: 0, content: part(0, 10_000) });
    const sweep = new SweepUnusedFiles(one.store, database.work, clock);
    await sweep.sweep();
    expect(await drafts()).toContain(file.draft);
    clock.moveBy(25 * 3_600_000);
    await sweep.sweep();
    expect([await one.incoming.of(owner, file.id), await drafts()]).toEqual([null, []]);
  });
});

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3_000 && !(await isSo()); tries += 1) await new Promise((resolve) => { setTimeout(resolve, 10); });
}
