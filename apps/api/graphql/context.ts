import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestLocale } from '../http/request-locale.js';
import type { RequestActors } from '../http/request-actors.js';
import { Loaders } from './loaders.js';
import type { LoaderRegistry } from './loaders.js';
import type { RequestContext } from './request-context.js';

/** Makes the context of one GraphQL request; loaders are made only when a resolver asks for one. */
export function contextFor(actors: RequestActors, registry: LoaderRegistry) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const actor = await actors.of(request);
    const context: RequestContext = { actor, locale: requestLocale(request) ?? actor.locale, loaders: new Loaders(registry, () => context), request, reply };
    return context;
  };
}
