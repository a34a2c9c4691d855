import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Ten megabytes over a line of 400 kbit/s take more than three minutes. */
export const UPLOAD_TIME_MS = 300_000;
/** An upload that ran out of time is told so before the server gives up on it. */
export const PATIENCE_MS = UPLOAD_TIME_MS + 10_000;
const OTHERWISE_MS = 30_000;

/**
 * Gives uploads the time that a slow line needs. Node has one limit for the requests of a whole server, so it is raised,
 * and every other request is held to the former limit here: its body must have come by then.
 */
export function patientUploads(fastify: FastifyInstance, isUpload: (method: string, path: string) => boolean): void {
  const limit = fastify.server.requestTimeout > 0 ? fastify.server.requestTimeout : OTHERWISE_MS;
  fastify.server.requestTimeout = Math.max(UPLOAD_TIME_MS, limit);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request) && !isUpload(request.method, request.url.split('?')[0] ?? '')) hurry(request, limit);
    done();
  });
}

function hurry({ raw }: FastifyRequest, limit: number): void {
  const timer = setTimeout(() => { raw.socket.destroy(); }, limit).unref();
  const stop = (): void => { clearTimeout(timer); };
  raw.once('end', stop).once('close', stop);
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
