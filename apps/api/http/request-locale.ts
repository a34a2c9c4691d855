import { isPseudoLocale, resolveLocale } from '#i18n';
import type { FastifyRequest } from 'fastify';

/** The language that the request itself asks for (RFC 9110, Accept-Language), or nothing where it asks for none. */
export function requestLocale(request: FastifyRequest): string | undefined {
  const asked = request.headers['accept-language'];
  if (asked === undefined || asked === '*') return undefined;
  return isPseudoLocale(asked) ? asked : resolveLocale(asked);
}
