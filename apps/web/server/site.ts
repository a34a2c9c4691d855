import { readFile } from 'node:fs/promises';
import { constants } from 'node:zlib';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compress from '@fastify/compress';
import proxy from '@fastify/http-proxy';
import files from '@fastify/static';
import type { Settings } from '#platform';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler } from 'react-router';
import type { RouterContextProvider, ServerBuild } from 'react-router';
import { isForeignForm } from './foreign-form.js';
import { inBothLanguages } from './plain-answer.js';
import { isLookedAt, refusalPath } from './refused-file.js';
import { answerWith, pageRequest, webRequest } from './web-request.js';
import type { Answering, Asked } from './web-request.js';

/** Why a request never reached a page, as apps/web/app/layout/refused-request.ts has it. */
interface Refused {
  readonly status: number;
  readonly isForeignForm?: boolean;
}

interface SiteModule {
  createLoadContext(options: { apiUrl: string; publicUrl: string; refused?: Refused }): RouterContextProvider;
  prepare(options: { apiUrl: string; publicUrl: string; pseudoLocale: boolean; scripts: unknown }): void;
}

/** What the api answers itself under the site's one origin. */
const API_PATHS = ['/unsubscribe', '/hooks', '/graphql', '/auth', '/files', '/feeds', '/exports', '/queues', '/campaigns', '/livez', '/readyz'];
const FORM_LIMIT_BYTES = 1_000_000;
/** One file of ten megabytes with the fields around it. */
const UPLOAD_LIMIT_BYTES = 11_000_000;
/** Ten megabytes over a line of 400 kbit/s take more than three minutes; a line without a byte for a minute is closed. */
const REQUEST_TIME_MS = 300_000;

/** The one origin: pages rendered here, everything of the api passed through. */
export async function startSite(settings: Settings, root: string = process.cwd()): Promise<FastifyInstance> {
  const built = join(root, 'dist/web');
  const build = (await import(pathToFileURL(join(built, 'server/index.js')).href)) as ServerBuild;
  const scripts: unknown = JSON.parse(await readFile(join(built, 'client/.vite/scripts.json'), 'utf8'));
  const entry = build.entry.module as unknown as SiteModule;
  entry.prepare({ apiUrl: settings.API_URL, publicUrl: settings.PUBLIC_URL, pseudoLocale: settings.PSEUDO_LOCALE === 'on', scripts });
  const site = Fastify({
    bodyLimit: FORM_LIMIT_BYTES,
    requestTimeout: REQUEST_TIME_MS,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 15_000 },
    trustProxy: settings.TRUSTED_PROXIES.split(',').map((address) => address.trim()),
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  });
  await site.register(compress, {
    encodings: ['br', 'gzip'],
    // Compressed as it flows: without these, exports would wait in the compressor until it is full.
    zlibOptions: { flush: constants.Z_SYNC_FLUSH },
    brotliOptions: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  const show = refusals(build, entry, settings);
  const sayNo = (request: Asked, reply: Answering & { send(fault: unknown): unknown }, status: number): void => {
    show(request, reply, { status }, refusalPath(request)).catch((fault: unknown) => { void reply.send(fault); });
  };
  for (const prefix of API_PATHS) {
    await site.register(proxy, {
      upstream: settings.API_URL, prefix, rewritePrefix: prefix, http2: false,
      replyOptions: {
        rewriteRequestHeaders: forwarded,
        onResponse: (request, reply, { stream }) => {
          if (reply.statusCode < 400 || !isLookedAt(request)) { void reply.send(stream); return; }
          stream.resume();
          for (const name of Object.keys(reply.getHeaders())) if (name !== 'retry-after') reply.removeHeader(name);
          sayNo(request, reply, reply.statusCode);
        },
        onError: (reply) => {
          if (isLookedAt(reply.request)) { sayNo(reply.request, reply, 503); return; }
          void reply.code(503).header('retry-after', '5').type('application/json').send(JSON.stringify({ code: 'fault.away', message: inBothLanguages('web.error.away.text') }));
        },
      },
    });
  }
  await site.register(files, { root: join(built, 'client/assets'), prefix: '/assets/', immutable: true, maxAge: '365d', wildcard: true });
  await site.register((pages) => { servePages(pages, build, entry, settings, show); });
  await site.listen({ host: settings.HOST, port: settings.PORT });
  return site;
}

type Show = (request: Asked, reply: Answering, refused: Refused, path?: string) => Promise<void>;

/** Says no by a page: that of the request's own address, or of another. */
function refusals(build: ServerBuild, entry: SiteModule, settings: Settings): Show {
  const render = rendererOf(build, settings);
  return async (request, reply, refused, path) => {
    const context = entry.createLoadContext({ apiUrl: settings.API_URL, publicUrl: settings.PUBLIC_URL, refused });
    await answerWith(await render(pageRequest(request, settings.PUBLIC_URL, path), context), reply);
  };
}

function rendererOf(build: ServerBuild, settings: Settings): ReturnType<typeof createRequestHandler> {
  return createRequestHandler(build, settings.NODE_ENV === 'development' ? 'development' : 'production');
}

function servePages(pages: FastifyInstance, build: ServerBuild, entry: SiteModule, settings: Settings, show: Show): void {
  const render = rendererOf(build, settings);
  pages.removeAllContentTypeParsers();
  pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => { done(null, body); });
  pages.setErrorHandler((fault: { statusCode?: number }, request, reply) => {
    const status = fault.statusCode ?? 500;
    return show(request, reply, { status }).then(() => reply, () => reply.code(status).type('text/plain; charset=utf-8').send(inBothLanguages('web.error.away.text')));
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (isForeignForm(request.method, request.headers, settings.PUBLIC_URL)) {
      await show(request, reply, { status: 403, isForeignForm: true });
      return reply;
    }
    const context = entry.createLoadContext({ apiUrl: settings.API_URL, publicUrl: settings.PUBLIC_URL });
    await answerWith(await render(webRequest(request, settings.PUBLIC_URL), context), reply);
    // Else Fastify would answer a second time, with nothing, while the first is still being compressed.
    return reply;
  };
  // The one form with files; every other is a few kilobytes.
  pages.post('/:locale/registrations/:id/:step', { bodyLimit: UPLOAD_LIMIT_BYTES }, answer);
  pages.all('/*', answer);
}

/** With the address of the browser, as far as our trusted proxies vouch for it; to go on was said here already, and `expect` is for one hop (RFC 9110, 10.1.1). */
function forwarded(request: { ip?: string }, { expect: _expect, ...headers }: Record<string, unknown>): Record<string, string> {
  return { ...(headers as Record<string, string>), 'x-forwarded-for': request.ip ?? '' };
}
