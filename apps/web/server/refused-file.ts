import { isLocale, resolveLocale } from '#i18n';
import type { FastifyRequest } from 'fastify';
import type { Asked } from './web-request.js';

/** What a link of a page leads to: files, and the look into the queues; everything else of the api is read by programs. */
const FILES = /^\/(exports|files|feeds|queues)\//;

/**
 * Whether a browser is about to show the answer to somebody, instead of a program reading it. Browsers say so by
 * Sec-Fetch-Dest (Fetch Metadata), older ones by what they accept.
 */
export function isLookedAt({ method, url, headers }: Asked & Pick<FastifyRequest, 'method'>): boolean {
  if (method !== 'GET' || !FILES.test(url)) return false;
  const destination = headers['sec-fetch-dest'];
  return destination === undefined ? headers.accept?.includes('text/html') === true : destination === 'document';
}

/** The page that says no to a file: in the language that its link names, else that of the page with the link, else the browser's. */
export function refusalPath({ url, headers }: Asked): string {
  const named = new URLSearchParams(url.split('?')[1]).get('locale') ?? '';
  const { pathname } = URL.parse(headers.referer ?? '') ?? { pathname: '' };
  const [, from = ''] = pathname.split('/');
  return `/${[named, from].find(isLocale) ?? resolveLocale(headers['accept-language'])}`;
}
