import { createHash } from 'node:crypto';
import { allowPseudoLocale } from '#i18n';
import { renderToString } from 'react-dom/server';
import type { EntryContext } from 'react-router';
import { RouterContextProvider, ServerRouter } from 'react-router';
import { Api } from './api/client.js';
import { apiContext } from './api/context.js';
import { keepTextsFresh } from './i18n/mended-texts.js';
import { knowScripts, ScriptsAsked } from './layout/page-script.js';
import { refusedContext } from './layout/refused-request.js';
import type { RefusedRequest } from './layout/refused-request.js';
import type { BuiltScripts, ScriptName } from './layout/scripts.js';
import stylesheet from './layout/styles.css?inline';

const styleHash = createHash('sha256').update(stylesheet).digest('base64');

/** Where scripts of our build may come from, on a page that asks for one; on all others none runs. */
let scriptSource = '';

/** Nothing comes from elsewhere, nobody frames us. */
const policy = (scripts: string): string => [
  "default-src 'self'",
  `script-src ${scripts}`,
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Called once when the site starts: the texts that this installation mended, the pseudo-locale where a setting allows it, and the scripts. */
export function prepare(options: { apiUrl: string; publicUrl: string; pseudoLocale: boolean; scripts: BuiltScripts }): void {
  if (options.pseudoLocale) allowPseudoLocale();
  keepTextsFresh(options.apiUrl);
  knowScripts(options.scripts);
  scriptSource = `${new URL(options.publicUrl).origin}/assets/`;
}

/** What server/main.ts passes to every loader and action. */
export function createLoadContext(options: { apiUrl: string; publicUrl: string; refused?: RefusedRequest }): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(refusedContext, options.refused ?? null);
  context.set(apiContext, new Api(options.apiUrl, options.publicUrl));
  return context;
}

export default function handleRequest(request: Request, status: number, headers: Headers, entry: EntryContext): Response {
  const asked = new Set<ScriptName>();
  const markup = renderToString(<ScriptsAsked value={asked}><ServerRouter context={entry} url={request.url} /></ScriptsAsked>);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (status === 502 || status === 503) headers.set('Retry-After', '60');
  headers.set('Content-Security-Policy', policy(asked.size === 0 ? "'none'" : scriptSource));
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  return new Response(`<!DOCTYPE html>${request.method === 'HEAD' ? '' : markup}`, { status, headers });
}
