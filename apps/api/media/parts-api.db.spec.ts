import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiRoom, TOKEN } from '../conferences/api-room.fixture.js';

let room: ApiRoom;
let origin = '';
const whole = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(400_000), Buffer.from('\n%%EOF\n')]);
const bearer = { 'authorization': `Bearer ${TOKEN}`, 'tus-resumable': '1.0.0' };

beforeAll(async () => {
  room = await ApiRoom.open();
  await room.app.listen(0, '127.0.0.1');
  origin = await room.app.getUrl();
});
afterAll(() => room.close());

const begin = (headers: Record<string, string> = {}) => fetch(`${origin}/files/uploads`, {
  method: 'POST', headers: { ...bearer, 'upload-length': String(whole.length), 'upload-metadata': `filename ${Buffer.from('护照.pdf').toString('base64')},relation`, ...headers },
});
const send = (path: string, from: number, to: number, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, {
  method: 'PATCH', body: new Uint8Array(whole.subarray(from, to)), headers: { ...bearer, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from), ...headers },
});
async function begun(): Promise<string> {
  const answer = await begin();
  expect([answer.status, answer.headers.get('tus-resumable')]).toEqual([201, '1.0.0']);
  return answer.headers.get('location') ?? '';
}
async function at(path: string, headers: Record<string, string> = bearer): Promise<unknown[]> {
  const answer = await fetch(`${origin}${path}`, { method: 'HEAD', headers });
  return [answer.status, answer.headers.get('upload-offset'), answer.headers.get('cache-control')];
}

describe('files in parts', () => {
  it('says what it speaks', async () => {
    const answer = await fetch(`${origin}/files/uploads`, { method: 'OPTIONS' });
    expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([204, { 'tus-version': '1.0.0', 'tus-extension': 'creation,termination', 'tus-max-size': '10000000' }]);
    expect((await begin({ 'tus-resumable': '0.2.2' })).status).toBe(412);
  });

  it('goes on where a line broke off; the file is whole, under the id of its address, with its name', async () => {
    const path = await begun();
    await breakOff(path, whole.subarray(0, 150_000));
    for (let tries = 0; tries < 40 && (await at(path))[1] !== '150000'; tries += 1) await pause(50);
    expect(await at(path)).toEqual([200, '150000', 'no-store']);
    expect((await send(path, 0, 10)).status).toBe(409);
    expect((await send(path, 150_000, 200_000)).headers.get('upload-offset')).toBe('200000');
    expect((await send(path, 200_000, whole.length)).status).toBe(204);
    expect(await at(path)).toEqual([200, String(whole.length), 'no-store']);
    const file = await fetch(`${origin}${path.replace('/uploads', '')}`, { headers: bearer });
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('护照.pdf'));
    expect(Buffer.from(await file.arrayBuffer())).toEqual(whole);
  });

  it('refuses in the caller’s words, and in numbers what a program does wrong', async () => {
    expect(await (await begin({ 'upload-length': '10000001', 'accept-language': 'fr' })).json()).toMatchObject({ code: 'file.too-large' });
    expect((await begin({ 'upload-length': '-1' })).status).toBe(400);
    const path = await begun();
    expect((await send(path, 0, 10, { 'content-type': 'application/octet-stream' })).status).toBe(415);
    expect((await send(path, 0, 10, { 'upload-offset': 'x' })).status).toBe(400);
    expect((await send(path, 0, 10, { 'upload-offset': String(whole.length) })).status).toBe(413);
    expect((await fetch(`${origin}${path}`, { method: 'DELETE', headers: bearer })).status).toBe(204);
    expect((await at(path))[0]).toBe(404);
  });

  it('is nobody else’s: no sign-in, no other account, no page of another site', async () => {
    const path = await begun();
    const create = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }';
    const { secret } = await room.one(create, { input: { name: 'another', role: 'REGISTRATION_DESK', scope: { kind: 'INSTALLATION' } } });
    const other = { authorization: `Bearer ${String(secret)}` };
    expect((await fetch(`${origin}/files/uploads`, { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': '10' } })).status).toBe(401);
    expect((await at(path, { 'tus-resumable': '1.0.0' }))[0]).toBe(401);
    expect((await at(path, { ...bearer, ...other }))[0]).toBe(404);
    expect((await send(path, 0, 100, other)).status).toBe(404);
    expect((await fetch(`${origin}${path}`, { method: 'DELETE', headers: { ...bearer, ...other } })).status).toBe(404);
    const foreign = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'cookie': 'signed=in', 'origin': 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await fetch(`${origin}${path}`, { method: 'PATCH', body: 'x', headers: foreign })).status).toBe(403);
    expect((await at(path))[1]).toBe('0');
  });
});

/** Sends the beginning of a part, and once all of that lies on the disk the line is gone. */
async function breakOff(path: string, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    const line = httpRequest(`${origin}${path}`, { method: 'PATCH', headers: { ...bearer, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'content-length': whole.length } });
    line.on('error', () => { resolve(); });
    line.on('close', () => { resolve(); });
    line.write(bytes);
    void isOnDisk(bytes.length).then(() => line.destroy());
  });
}

/** The only draft that has so many bytes. */
async function isOnDisk(bytes: number): Promise<void> {
  for (;;) {
    for (const name of await readdir(room.folder, { recursive: true })) {
      if ((await stat(join(room.folder, name)).catch(() => undefined))?.size === bytes) return;
    }
    await pause(20);
  }
}
