import { HttpException, Injectable, mixin } from '@nestjs/common';
import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MutationLimits } from '../graphql/mutation-limits.js';
import type { LIMIT_OF_ROUTES } from '../graphql/mutation-limits.js';
import { sayRefusal } from '../graphql/speak.js';
import { RequestActors } from './request-actors.js';
import { requestLocale } from './request-locale.js';

/** Counts the requests to a route beside GraphQL by who asks; too many are answered 429 with `Retry-After` (RFC 6585, 4). */
export function RouteLimit(route: keyof typeof LIMIT_OF_ROUTES): Type<CanActivate> {
  @Injectable()
  class Limit implements CanActivate {
    constructor(private readonly limits: MutationLimits, private readonly actors: RequestActors) {}

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const { principal } = await this.actors.of(request);
      const refusal = await this.limits.routeRefusal(route, principal);
      if (refusal === undefined) return true;
      const locale = requestLocale(request) ?? 'en';
      context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(refusal.data['seconds']));
      throw new HttpException({ code: refusal.refused, message: sayRefusal(locale, refusal) }, 429);
    }
  }
  return mixin(Limit);
}
