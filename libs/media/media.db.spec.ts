import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal, newId } from '#kernel';
import type { FileId } from '#kernel';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { FileStore, Files, isOwner, mediaEntities, SweepUnusedFiles, TakeFile } from './index.js';
import type { File, Upload } from './index.js';
import { bomb, broken, pdf, portrait, svg } from './media.fixture.js';
import { shownName } from './take-file.js';

let database: ThrowawayDatabase;
let folder: string;
let store: FileStore;
let take: TakeFile;
const clock = new FixedClock(new Date());
const files = new Files();
const owner = { accountId: null, principal: 'token:demo' };

beforeAll(async () => {
  database = await throwawayDatabase(mediaEntities);
  folder = await mkdtemp(join(tmpdir(), 'huiguan-files-'));
  store = new FileStore(folder);
  take = new TakeFile(store, database.work, clock);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const send = (bytes: Buffer | Readable, more: Partial<Upload> = {}) =>
  take.run({ content: Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes, isCut: () => false, name: 'photo.jpg', owner, signal: new AbortController().signal, ...more });
const kept = async (bytes: Buffer, more: Partial<Upload> = {}): Promise<File> => {
  const file = await send(bytes, more);
  if (isRefusal(file)) throw new Error(file.refused);
  return file;
};
const read = (file: File): Promise<Buffer> => buffer(store.read(file.storedAs));
const picture = (file: File): Promise<Metadata> => sharp(join(folder, file.storedAs.slice(0, 2), file.storedAs)).metadata();
/** Every file on the disk, as paths from the folder. */
const onDisk = async (): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

describe('what is taken in', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('a %s is drawn anew: upright, without where it was taken', async (format) => {
    const sent = await portrait(format);
    expect(sent.includes('CANARY-EXIF')).toBe(true);
    const file = await kept(sent);
    const bytes = await read(file);
    expect(bytes.includes('CANARY-EXIF')).toBe(false);
    expect(await picture(file)).toMatchObject({ format, width: 60, height: 80 });
    expect(file).toMatchObject({ mediaType: `image/${format}`, size: bytes.length, name: 'photo.jpg' });
  });

  it('large pictures are made as large as a badge needs', async () => {
    expect(await picture(await kept(await portrait('jpeg', 4_000, 200)))).toMatchObject({ width: 150, height: 3_000 });
  });

  it('a PDF stays as it came', async () => {
    const file = await kept(pdf, { name: 'C:\\papers\\letter\u202e.pdf' });
    expect(await read(file)).toEqual(pdf);
    expect(file).toMatchObject({ mediaType: 'application/pdf', name: 'letter.pdf' });
  });

  it('lies where nobody can guess or list it', async () => {
    const { storedAs, id } = await kept(pdf);
    expect(storedAs).toMatch(/^[0-9a-f]{40}$/);
    expect(storedAs).not.toContain(id);
    const { mode } = await stat(join(folder, storedAs.slice(0, 2), storedAs));
    expect(mode & 0o077).toBe(0);
    expect(() => store.read('../../etc/passwd')).toThrow('not the name of a kept file');
  });
});

describe('what is not', () => {
  it.each([
    ['an SVG by the name of a JPEG', svg, 'file.kind'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file.kind'],
    ['nothing', Buffer.alloc(0), 'file.missing'],
    ['half a PDF', pdf.subarray(0, 30), 'file.unreadable'],
  ])('%s', async (_what, bytes, code) => {
    expect(await send(bytes)).toMatchObject({ refused: code });
  });

  it('other kinds of pictures, and damaged ones', async () => {
    expect(await send(await portrait('gif'))).toMatchObject({ refused: 'file.kind' });
    expect(await send(await portrait('tiff'))).toMatchObject({ refused: 'file.kind' });
    const whole = await portrait('jpeg', 400, 300);
    expect(await send(whole.subarray(0, whole.length / 2))).toMatchObject({ refused: 'file.unreadable' });
  });

  it('a picture that would unpack to 1.2 gigabytes', async () => {
    expect(await send(bomb())).toMatchObject({ refused: 'file.too-many-pixels', data: { megapixels: 60 } });
  });

  it('more than ten megabytes', async () => {
    expect(await send(await portrait(), { isCut: () => true })).toMatchObject({ refused: 'file.too-large', data: { megabytes: 10 } });
  });

  it('a connection that drops, or whose time is over: nothing of it stays', async () => {
    const before = await onDisk();
    const rows = await database.source.query<unknown[]>('SELECT 1 FROM file');
    await expect(send(broken(await portrait()))).rejects.toThrow('the connection was lost');
    const gone = new AbortController();
    const slow = new Readable({ read: () => undefined });
    slow.push(pdf);
    const late = expect(send(slow, { signal: gone.signal })).rejects.toThrow('aborted');
    setTimeout(() => { gone.abort(); }, 20);
    await late;
    await send(svg);
    expect(await onDisk()).toEqual(before);
    expect(await database.source.query<unknown[]>('SELECT 1 FROM file')).toHaveLength(rows.length);
  });

  it('a file whose row cannot be written leaves none on the disk', async () => {
    const before = await onDisk();
    await expect(send(pdf, { owner: { accountId: newId<'Account'>(), principal: 'account:nobody' } })).rejects.toThrow();
    expect(await onDisk()).toEqual(before);
  });
});

describe('what uses a file', () => {
  const use = (usedBy: string, fileIds: FileId[], principal = owner.principal) =>
    database.work.run((tx) => files.setUses(tx, { conferenceId: newId<'Conference'>(), usedBy, fileIds, owner: { accountId: null, principal } }));

  it('is whose upload it was; a deputy may leave it in place', async () => {
    const [file, foreign] = [await kept(pdf), await kept(pdf, { owner: { accountId: null, principal: 'token:other' } })];
    const registration = newId();
    expect(await use(registration, [file.id, foreign.id, newId()])).toHaveLength(2);
    expect(await files.usesOf(database.work.reader, file.id)).toEqual([]);
    expect(await use(registration, [file.id])).toEqual([]);
    expect(await use(registration, [file.id], 'token:deputy')).toEqual([]);
    expect(await files.usesOf(database.work.reader, file.id)).toMatchObject([{ usedBy: registration }]);
    expect(await use(registration, [])).toEqual([]);
    expect(await files.usesOf(database.work.reader, file.id)).toEqual([]);
    expect([isOwner(file, owner), isOwner(file, { accountId: null, principal: 'token:other' })]).toEqual([true, false]);
    const accountId = newId<'Account'>();
    const sent = { accountId, principal: 'token:1' };
    expect([`account:${accountId}`, 'token:1', 'token:2'].map((principal) => isOwner(sent, { accountId, principal }))).toEqual([true, true, false]);
  });

  it('keeps it; what nothing used for a day is thrown away, and what processes that died left behind', async () => {
    const [used, unused] = [await kept(pdf), await kept(await portrait())];
    await use(newId(), [used.id]);
    const orphan = store.newName();
    const [draft, halfway] = [await store.draft(), await store.spool(Readable.from([pdf]), new AbortController().signal)];
    expect(draft).not.toBe(halfway);
    await store.keep(await store.spool(Readable.from([pdf]), new AbortController().signal), orphan);
    const sweep = new SweepUnusedFiles(store, database.work, clock);
    await sweep.sweep();
    expect(await onDisk()).toEqual(expect.arrayContaining([`${unused.storedAs.slice(0, 2)}/${unused.storedAs}`, `${orphan.slice(0, 2)}/${orphan}`]));
    clock.moveBy(25 * 3_600_000);
    const fresh = await kept(pdf);
    await utimes(join(folder, fresh.storedAs.slice(0, 2), fresh.storedAs), clock.now(), clock.now());
    await sweep.sweep();
    expect((await onDisk()).sort()).toEqual([used, fresh].map(({ storedAs }) => `${storedAs.slice(0, 2)}/${storedAs}`).sort());
    expect(await readFile(join(folder, used.storedAs.slice(0, 2), used.storedAs))).toEqual(pdf);
    expect(await files.byIds(database.work.reader, [used.id, unused.id])).toHaveLength(1);
  });
});

it('names are shown without folders and without what turns text around', () => {
  expect(shownName('/etc/passwd')).toBe('passwd');
  expect(shownName('护照 扫描.pdf')).toBe('护照 扫描.pdf');
  expect(shownName('..')).toBe('file');
  expect(shownName(`${'a'.repeat(300)}.jpeg`)).toMatch(/^a{115}\.jpeg$/);
});
