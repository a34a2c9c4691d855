import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { ConferenceId, FileId } from '#kernel';
import { Files } from '#media';
import { UnitOfWork } from '#platform';
import sharp from 'sharp';
import { ApiRoom, TOKEN } from '../conferences/api-room.fixture.js';

let room: ApiRoom;
let origin = '';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

beforeAll(async () => {
  room = await ApiRoom.open();
  await room.app.listen(0, '127.0.0.1');
  origin = await room.app.getUrl();
});
afterAll(() => room.close());

const bearer = { authorization: `Bearer ${TOKEN}` };
async function send(bytes: Uint8Array<ArrayBuffer>, name: string, headers: Record<string, string> = bearer): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.set('note', 'not read');
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), name);
  const response = await fetch(`${origin}/files`, { method: 'POST', headers, body: form });
  return { status: response.status, body: await response.json() as Record<string, unknown> };
}
const onDisk = async (): Promise<string[]> => (await readdir(join(room.folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name);
/** Waits until something is so, at most two seconds. */
async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await isSo()) return true;
    await pause(50);
  }
  return false;
}

describe('POST /files', () => {
  it('answers with the id of what was taken in', async () => {
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#a00' } }).jpeg().toBuffer();
    const { status, body } = await send(new Uint8Array(picture), '照片 “1”.jpg');
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '照片 “1”.jpg', mediaType: 'image/jpeg', path: `/files/${String(body['id'])}` });
  });

  it('refuses in the caller\'s words', async () => {
    expect(await send(new Uint8Array(Buffer.from('<svg/>')), 'a.jpg', { ...bearer, 'accept-language': 'zh' })).toEqual({
      status: 415, body: { code: 'file.kind', message: '不支持该类文件。请上传 JPEG、PNG、WebP 图片或 PDF 文档。' },
    });
    expect(await send(new Uint8Array(pdf), 'a.pdf', {})).toMatchObject({ status: 401, body: { code: 'access.sign-in-needed' } });
    expect(await send(new Uint8Array(11_000_000), 'a.pdf')).toMatchObject({ status: 413, body: { code: 'file.too-large', message: 'This file is too large. At most 10 MB can be uploaded.' } });
    const bare = await fetch(`${origin}/files`, { method: 'POST', headers: bearer });
    expect([bare.status, await bare.json()]).toMatchObject([400, { code: 'file.missing' }]);
    const empty = await fetch(`${origin}/files`, { method: 'POST', headers: bearer, body: new FormData() });
    expect([empty.status, await empty.json()]).toMatchObject([400, { code: 'file.missing' }]);
    const broken = await fetch(`${origin}/files`, { method: 'POST', headers: { ...bearer, 'content-type': 'multipart/form-data' }, body: 'x' });
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'file.missing' }]);
  });

  it('keeps nothing of a connection that drops', async () => {
    const before = await onDisk();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST /files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TOKEN}\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 900000\r\n\r\n`
      + '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 begins');
    expect(await until(async () => (await onDisk()).length > before.length)).toBe(true);
    socket.destroy();
    expect(await until(async () => (await onDisk()).length === before.length)).toBe(true);
    expect((await send(new Uint8Array(pdf), 'a.pdf')).status).toBe(201);
  });
});

describe('GET /files/:id', () => {
  const get = (id: unknown, headers: Record<string, string> = bearer) => fetch(`${origin}/files/${String(id)}`, { headers });

  it('gives it back in a form that no browser runs', async () => {
    const { body } = await send(new Uint8Array(pdf), 'visa "é".pdf');
    const response = await get(body['id']);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="visa ___.pdf"; filename*=UTF-8''visa%20%22%C3%A9%22.pdf`,
      'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-store',
    });
  });

  it('is for whoever sent it and for staff of a conference that uses it; to others it does not exist', async () => {
    const { body } = await send(new Uint8Array(pdf), 'letter.pdf');
    expect((await get(body['id'], {})).status).toBe(401);
    expect(await (await get(newId())).json()).toMatchObject({ code: 'file.unknown' });
    expect((await get('no-id')).status).toBe(404);
    const desk = await tokenOf('REGISTRATION_DESK');
    const editor = await tokenOf('PROGRAMME_EDITOR');
    expect((await get(body['id'], desk)).status).toBe(404);
    await useIt(body['id'] as FileId);
    expect((await get(body['id'], desk)).status).toBe(200);
    expect((await get(body['id'], editor)).status).toBe(404);
  });
});

/** A token of another account with a role in the whole installation. */
async function tokenOf(role: string): Promise<Record<string, string>> {
  const secret = `${role}-token-of-another-account-`.toLowerCase().padEnd(48, '0');
  const create = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on ApiTokenCreated { secret } ... on Refusal { code } } }';
  const made = await room.one(create, { input: { name: secret, role, scope: { kind: 'INSTALLATION' } } });
  return { authorization: `Bearer ${String(made['secret'])}` };
}

async function useIt(fileId: FileId): Promise<void> {
  const series = await room.one('mutation { createSeries(input: { slug: "files", title: { en: "Files" }, rotation: ["A"] }) { ... on Series { id } } }');
  const conference = await room.one(`mutation ($id: ID!) { createConference(input: { seriesId: $id, slug: "files", city: { en: "A" }, country: "CN", timeZone: "UTC", startsOn: "2027-01-01", endsOn: "2027-01-02" }) { ... on Conference { id } } }`, { id: series['id'] });
  const unusable = await room.app.get(UnitOfWork).run(async (tx) => {
    const [file] = await tx.query<{ principal: string }>('SELECT principal FROM file WHERE id = $1', [fileId]);
    return new Files().setUses(tx, { conferenceId: conference['id'] as ConferenceId, usedBy: newId(), fileIds: [fileId], owner: { accountId: null, principal: file?.principal ?? '' } });
  });
  expect(unusable).toEqual([]);
}
