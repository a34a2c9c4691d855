import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from another site. Browsers say so by Sec-Fetch-Site (Fetch Metadata), older ones by Origin;
 * a post that carries neither is taken for foreign.
 */
export function isForeignForm(method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin !== new URL(publicUrl).origin;
}
