import type { Actor } from '#identity';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Way } from './kept/way.js';
import type { Loaders } from './loaders.js';

/** What one GraphQL request carries to its resolvers: `@Context() context: RequestContext`. */
export interface RequestContext {
  readonly actor: Actor;
  /** Language of messages: the request's Accept-Language, else the signed-in account's choice. */
  readonly locale: string;
  readonly loaders: Loaders;
  /** Where a part of the answer is kept: what leads to the rest. */
  readonly way?: Way;
  readonly request: FastifyRequest;
  /** For cookies; the answer itself is GraphQL's. */
  readonly reply: FastifyReply;
}

/** Who asks: `@CurrentActor() actor: Actor` in a resolver. */
export const CurrentActor = createParamDecorator((_data: unknown, execution: ExecutionContext): Actor =>
  GqlExecutionContext.create(execution).getContext<RequestContext>().actor);
