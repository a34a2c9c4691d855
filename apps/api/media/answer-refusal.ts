import type { Actor } from '#identity';
import type { Refusal } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '../graphql/speak.js';
import { requestLocale } from '../http/request-locale.js';

const STATUS: Readonly<Record<string, number>> = {
  'access.sign-in-needed': 401,
  'file.unknown': 404,
  'file.too-large': 413,
  'file.kind': 415,
  'file.no-table': 415,
  'access.denied': 403,
  'access.second-factor-needed': 403,
  'contact-import.unknown': 404,
  'file.unreadable': 422,
  'file.too-many-pixels': 422,
  'file.too-many': 429,
  'limit.reached': 429,
};

/** Answers a refusal as plain JSON with the words of the schema: `code`, and `message` in the caller's language. */
export async function answerRefusal(request: FastifyRequest, reply: FastifyReply, actor: Actor, refusal: Refusal): Promise<FastifyReply> {
  const { seconds } = refusal.data;
  if (typeof seconds === 'number') reply.header('retry-after', seconds);
  return reply
    .code(STATUS[refusal.refused] ?? 400)
    .header('cache-control', 'no-store')
    .send({ code: refusal.refused, message: sayRefusal(requestLocale(request) ?? actor.locale, refusal) });
}
