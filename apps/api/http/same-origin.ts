import type { FastifyReply, FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of another origin makes a signed-in browser send: an unsafe method with a cookie must come from our
 * own pages (Fetch Metadata, or Origin where a browser sends none). Programs send a token and no cookie.
 */
export function refuseForeignPages(publicUrl: string): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const { origin } = new URL(publicUrl);
  return async (request, reply) => {
    if (SAFE.has(request.method) || request.headers.cookie === undefined || request.headers.authorization !== undefined) return;
    const site = request.headers['sec-fetch-site'];
    const from = request.headers.origin;
    const isOwn = from === origin || site === 'same-origin' || (from === undefined && (site === undefined || site === 'none'));
    if (!isOwn) await reply.code(403).send({ code: 'access.foreign-page' });
  };
}
