import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import proxy from '@fastify/http-proxy';
import files from '@fastify/static';
import type { Settings } from '#platform';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createRequestHandler } from 'react-router';
import type { RouterContextProvider, ServerBuild } from 'react-router';
import { isForeignForm } from './foreign-form.js';

interface SiteModule {
  createLoadContext(options: { apiUrl: string; publicUrl: string }): RouterContextProvider;
}

/** What the api answers itself under the site's one origin. */
const API_PATHS = ['/graphql', '/auth', '/files', '/feeds', '/exports', '/livez', '/readyz'];
const FORM_LIMIT_BYTES = 1_048_576;

/** The one origin: pages rendered here, everything of the api passed through. */
export async function startSite(settings: Settings, root: string = process.cwd()): Promise<FastifyInstance> {
  const built = join(root, 'dist/web');
  const build = (await import(pathToFileURL(join(built, 'server/index.js')).href)) as ServerBuild;
  const render = createRequestHandler(build, settings.NODE_ENV === 'development' ? 'development' : 'production');
  const entry = build.entry.module as unknown as SiteModule;
  const site = Fastify({
    bodyLimit: FORM_LIMIT_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    trustProxy: settings.TRUSTED_PROXIES.split(',').map((address) => address.trim()),
    routerOptions: { ignoreTrailingSlash: true },
  });
  for (const prefix of API_PATHS) {
    await site.register(proxy, { upstream: settings.API_URL, prefix, rewritePrefix: prefix, http2: false, replyOptions: { rewriteRequestHeaders: forwarded } });
  }
  await site.register(files, { root: join(built, 'client/assets'), prefix: '/assets/', immutable: true, maxAge: '365d', wildcard: true });
  await site.register((pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => { done(null, body); });
    pages.all('/*', async (request, reply) => {
      if (isForeignForm(request.method, request.headers, settings.PUBLIC_URL)) return reply.code(403).send('This form was sent from another site.');
      const context = entry.createLoadContext({ apiUrl: settings.API_URL, publicUrl: settings.PUBLIC_URL });
      return render(webRequest(request, settings.PUBLIC_URL), context);
    });
  });
  await site.listen({ host: settings.HOST, port: settings.PORT });
  return site;
}

/** The address of the browser, as far as our trusted proxies vouch for it. */
function forwarded(request: { ip?: string }, headers: Record<string, unknown>): Record<string, string> {
  return { ...(headers as Record<string, string>), 'x-forwarded-for': request.ip ?? '' };
}

/** Fastify's request as the web's. The origin comes from configuration, never from the Host header. */
function webRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.ip);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody && Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null;
  return new Request(new URL(request.url, publicUrl), { method: request.method, headers, body });
}
