import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Ten megabytes over a line of 400 kbit/s take more than three minutes. */
export const UPLOAD_TIME_MS = 300_000;
const OTHERWISE_MS = 30_000;

/**
 * Gives uploads the time that a slow line needs. Node has one limit for the requests of a whole server, so it is raised,
 * and every request but an upload is held to the former limit here: its body must have come by then.
 */
export function patientUploads(fastify: FastifyInstance, path: string): void {
  const limit = fastify.server.requestTimeout > 0 ? fastify.server.requestTimeout : OTHERWISE_MS;
  fastify.server.requestTimeout = Math.max(UPLOAD_TIME_MS, limit);
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const stop = (request: FastifyRequest): void => { clearTimeout(timers.get(request)); };
  fastify.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || (request.method === 'POST' && request.url === path)) return;
    timers.set(request, setTimeout(() => { request.raw.socket.destroy(); }, limit).unref());
    request.raw.once('end', () => { stop(request); });
    request.raw.once('close', () => { stop(request); });
  });
}
