import type { FastifyRequest } from 'fastify';

/** What of a request says which page is asked for, and in which language. */
export type Asked = Pick<FastifyRequest, 'url' | 'headers'>;

/** Fastify's request as the web's. The origin comes from configuration, never from the Host header. */
export function webRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.ip);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody && Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null;
  return new Request(new URL(request.url, publicUrl), { method: request.method, headers, body });
}

/** The page of an address, the request's own unless told otherwise, for a request that was not taken: asked for without what was sent. */
export function pageRequest(request: Asked, publicUrl: string, path = request.url): Request {
  const language = request.headers['accept-language'];
  return new Request(new URL(path, publicUrl), { headers: language === undefined ? {} : { 'accept-language': language } });
}

/** As much of Fastify's reply as a whole answer needs, whichever server it is of. */
export interface Answering {
  code(status: number): unknown;
  header(name: string, value: string): unknown;
  send(payload: Buffer): unknown;
}

/** The web's answer as Fastify's, whole: pages are small, and a whole one can be compressed. */
export async function answerWith(response: Response, reply: Answering): Promise<void> {
  void reply.code(response.status);
  response.headers.forEach((value, name) => { if (name !== 'set-cookie') void reply.header(name, value); });
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  void reply.send(Buffer.from(await response.arrayBuffer()));
}
