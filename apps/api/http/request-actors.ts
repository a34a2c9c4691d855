import { Actors, SIGN_IN_COOKIE } from '#identity';
import type { Actor } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requestLocale } from './request-locale.js';

/** Who asks, for GraphQL and for plain routes alike: looked up once a request, whoever asks for it first. */
@Injectable()
export class RequestActors {
  private readonly known = new WeakMap<FastifyRequest, Promise<Actor>>();

  constructor(private readonly actors: Actors) {}

  of(request: FastifyRequest): Promise<Actor> {
    const present = this.known.get(request);
    if (present !== undefined) return present;
    const actor = this.actors.whoHas({
      bearer: bearerOf(request.headers.authorization),
      cookie: request.cookies[SIGN_IN_COOKIE],
      cookieHeader: request.headers.cookie,
      address: request.ip,
      locale: requestLocale(request) ?? 'en',
    });
    this.known.set(request, actor);
    return actor;
  }
}

// RFC 6750, 2.1
function bearerOf(authorization: string | undefined): string | undefined {
  const [, token] = /^bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '') ?? [];
  return token;
}
