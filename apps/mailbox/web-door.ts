import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Html } from './html.js';
import type { MailQuery } from './kept-mail.js';
import { listPage } from './list-page.js';
import { attachmentOf, htmlOf } from './mail-reader.js';
import type { MailShelf } from './mail-shelf.js';
import { mailPage } from './mail-page.js';
import { missingPage, PAGE_POLICY } from './page.js';

interface Search { to?: string; kind?: string; after?: string; limit?: string; page?: string }
interface OneMail { id: string }

/** Mail markup is shown without scripts, without requests to anywhere, and may only open links in a new tab. */
const MAIL_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const OPEN_LINKS_OUTSIDE = '<base target="_blank">';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The web page and the JSON API over the caught mails. Only hosts of loopback are answered (DNS rebinding). */
export function webDoor(shelf: MailShelf): FastifyInstance {
  const app = Fastify({ logger: false, requestTimeout: 15_000, connectionTimeout: 20_000, forceCloseConnections: true });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('X-Content-Type-Options', 'nosniff').header('Referrer-Policy', 'no-referrer').header('Cache-Control', 'no-store');
    if (!LOOPBACK.has(request.host.replace(/:\d+$/, ''))) await reply.code(421).send({ error: 'this mailbox answers on loopback only' });
  });
  app.setNotFoundHandler((_request, reply) => show(reply.code(404), missingPage()));
  pages(app, shelf);
  parts(app, shelf);
  api(app, shelf);
  return app;
}

function pages(app: FastifyInstance, shelf: MailShelf): void {
  app.get<{ Querystring: Search }>('/', (request, reply) => {
    const lines = shelf.find(queryOf(request.query));
    return show(reply, listPage(lines, { to: request.query.to ?? '', kind: request.query.kind, page: numberIn(request.query.page) ?? 1 }));
  });
  app.get<{ Params: OneMail }>('/messages/:id', async (request, reply) => {
    const mail = await shelf.mail(Number(request.params.id));
    const source = await shelf.source(Number(request.params.id));
    if (mail === undefined || source === undefined) return show(reply.code(404), missingPage());
    return show(reply, mailPage(mail, (await htmlOf(source)) !== undefined));
  });
}

function parts(app: FastifyInstance, shelf: MailShelf): void {
  app.get<{ Params: OneMail }>('/messages/:id/html', async (request, reply) => {
    const source = await shelf.source(Number(request.params.id));
    const markup = source === undefined ? undefined : await htmlOf(source);
    if (markup === undefined) return show(reply.code(404), missingPage());
    return reply.header('Content-Security-Policy', MAIL_POLICY).type('text/html; charset=utf-8').send(OPEN_LINKS_OUTSIDE + markup);
  });
  app.get<{ Params: OneMail }>('/messages/:id/source', async (request, reply) => {
    const source = await shelf.source(Number(request.params.id));
    return source === undefined ? show(reply.code(404), missingPage()) : reply.type('text/plain; charset=utf-8').send(source);
  });
  app.get<{ Params: OneMail & { position: string } }>('/messages/:id/attachments/:position', async (request, reply) => {
    const source = await shelf.source(Number(request.params.id));
    const part = source === undefined ? undefined : await attachmentOf(source, Number(request.params.position));
    if (part === undefined) return show(reply.code(404), missingPage());
    return reply
      .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(part.name)}`)
      .type('application/octet-stream')
      .send(part.content);
  });
}

function api(app: FastifyInstance, shelf: MailShelf): void {
  app.get('/readyz', () => ({ ready: true }));
  app.get<{ Querystring: Search }>('/api/messages', async (request) => {
    const found = shelf.find(queryOf(request.query));
    const limit = Math.min(Math.max(numberIn(request.query.limit) ?? 200, 1), 1_000);
    const mails = await Promise.all(found.slice(0, limit).map((line) => shelf.mail(line.id)));
    const messages = mails.filter((mail) => mail !== undefined);
    return { total: found.length, next: found.length > limit ? (messages.at(-1)?.id ?? null) : null, messages };
  });
  app.get<{ Params: OneMail }>('/api/messages/:id', async (request, reply) =>
    (await shelf.mail(Number(request.params.id))) ?? reply.code(404).send({ error: 'no such message' }));
  app.delete<{ Querystring: Search }>('/api/messages', async (request) => ({ removed: await shelf.remove(queryOf(request.query)) }));
}

function show(reply: FastifyReply, page: Html): FastifyReply {
  return reply.header('Content-Security-Policy', PAGE_POLICY).type('text/html; charset=utf-8').send(page.text);
}

function queryOf(search: Search): MailQuery {
  return { to: search.to, kind: search.kind === '' ? undefined : search.kind, after: numberIn(search.after) };
}

function numberIn(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || text === '' || !Number.isSafeInteger(number) ? undefined : number;
}
