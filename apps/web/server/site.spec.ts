import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsFrom } from '#platform';
import type { FastifyInstance } from 'fastify';
import { startSite } from './site.js';

// One page for every address, whose action says how much arrived, and which shows what the server before it refused.
const BUILD = `
  let refused;
  const createLoadContext = (options) => { refused = options.refused; };
  const loader = ({ request }) => new Response(refused === undefined ? 'page' : JSON.stringify({ ...refused, shown: request.method + ' ' + new URL(request.url).pathname }), { status: refused?.status ?? 200 });
  const action = async ({ request }) => new Response(String((await request.arrayBuffer()).byteLength));
  export const entry = { module: { default: () => new Response(''), createLoadContext, prepare: () => undefined } };
  export const routes = { page: { id: 'page', path: '*', module: { action, loader } } };
  export const assets = { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' };
  export const publicPath = '/', assetsBuildDirectory = '', basename = '/', future = {}, isSpaMode = false, ssr = true, prerender = [], routeDiscovery = { mode: 'initial' };`;

let api: Server;
let site: FastifyInstance;
let root: string;
let origin: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'huiguan-site-'));
  await mkdir(join(root, 'dist/web/server'), { recursive: true });
  await mkdir(join(root, 'dist/web/client/assets'), { recursive: true });
  await mkdir(join(root, 'dist/web/client/.vite'));
  await writeFile(join(root, 'dist/web/client/.vite/scripts.json'), '{}');
  await writeFile(join(root, 'dist/web/package.json'), '{"type":"module"}');
  await writeFile(join(root, 'dist/web/server/index.js'), BUILD);
  api = createServer((request, response) => {
    if (request.url?.startsWith('/exports/') === true) {
      const body = JSON.stringify({ code: 'access.denied', message: 'no' });
      response.writeHead(request.url.includes('mine') ? 200 : 403, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
      return;
    }
    let bytes = 0;
    request.on('data', (part: Buffer) => { bytes += part.length; });
    request.on('end', () => { response.end(`api took ${bytes}`); });
  });
  await new Promise<void>((resolve) => { api.listen(0, '127.0.0.1', resolve); });
  const settings = settingsFrom({
    NODE_ENV: 'test', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', SMTP_URL: 'smtp://127.0.0.1:1', SECRET_KEY: 'k'.repeat(32),
    API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
  });
  site = await startSite({ ...settings, HOST: '127.0.0.1', PORT: 0 }, root);
  origin = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await site.close();
  await new Promise((resolve) => { api.close(resolve); });
  await rm(root, { recursive: true });
});

async function post(path: string, megabytes: number): Promise<{ status: number; type: string | null; text: string }> {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' };
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: new Uint8Array(megabytes * 1_000_000) });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}
const STEP = '/zh-Hans/registrations/019b0000-0000-7000-8000-000000000003/documents';

describe('the site', () => {
  it('takes a file of ten megabytes with a step of the registration, also without a script', async () => {
    expect(await post(STEP, 10.5)).toMatchObject({ status: 200, text: '10500000' });
  });

  it.each([[STEP, 12], ['/en/sign-in', 2]] as const)('refuses what is too large at %s by a page of that address', async (path, megabytes) => {
    expect(await post(path, megabytes)).toMatchObject({ status: 413, text: JSON.stringify({ status: 413, shown: `GET ${path}` }) });
  });

  it('refuses a form from another site by a page of the address it went to', async () => {
    const answer = await fetch(`${origin}/ar/sign-in`, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: 'a=b' });
    expect([answer.status, await answer.json()]).toEqual([403, { status: 403, isForeignForm: true, shown: 'GET /ar/sign-in' }]);
  });

  it.each([
    ['/exports/manifest?format=pdf&locale=zh-Hans', { 'sec-fetch-dest': 'document', 'referer': 'https://hall.example/ar/console' }, 'GET /zh-Hans'],
    ['/exports/suppressions', { 'sec-fetch-dest': 'document', 'referer': 'https://hall.example/ar/console', 'accept-language': 'fr' }, 'GET /ar'],
    ['/exports/suppressions', { 'accept': 'text/html,*/*', 'accept-language': 'fr' }, 'GET /fr'],
  ])('says no to a file at %s by a page, where somebody looks at it', async (path, headers, shown) => {
    const answer = await fetch(`${origin}${path}`, { headers });
    expect([answer.status, await answer.json()]).toEqual([403, { status: 403, shown }]);
  });

  it.each([
    ['/exports/manifest', { 'sec-fetch-dest': 'empty', 'accept': 'text/html' }, 403], ['/exports/manifest', {}, 403], ['/exports/mine', { 'sec-fetch-dest': 'document' }, 200],
  ])('leaves to programs what the api says at %s, and files as they are', async (path, headers, status) => {
    const answer = await fetch(`${origin}${path}`, { headers });
    expect([answer.status, await answer.json()]).toEqual([status, { code: 'access.denied', message: 'no' }]);
  });

  it('hands a file on to the api as it flows, and has patience with slow lines', async () => {
    expect(await post('/files', 10.5)).toMatchObject({ status: 200, text: 'api took 10500000' });
    expect(site.server.requestTimeout).toBe(300_000);
  });

  it('hands on what waits to be told to go on, as curl does with a large file', async () => {
    const told: string[] = [];
    const text = await new Promise<string>((resolve, reject) => {
      const asking = request(`${origin}/files`, { method: 'POST', headers: { 'expect': '100-continue', 'content-length': 2_000_000 } }, (answer) => {
        answer.setEncoding('utf8').on('data', (part: string) => { told.push(part); }).on('end', () => { resolve(told.join('')); });
      });
      asking.on('error', reject).on('continue', () => { told.push('go on; '); asking.end(new Uint8Array(2_000_000)); });
    });
    expect(text).toBe('go on; api took 2000000');
  });
});
