import type { Log } from '#platform';
import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayFault } from '../graphql/speak.js';
import { requestLocale } from './request-locale.js';

/** What plain routes answer when something throws: an HttpException as it is, a fault by its id only. */
@Catch()
class FaultAnswer implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType<'http' | 'graphql'>() !== 'http') throw thrown;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (thrown instanceof HttpException) return reply.code(thrown.getStatus()).send(thrown.getResponse());
    const status = clientStatus(thrown);
    if (status !== undefined) return reply.code(status).send({ code: 'input.malformed' });
    const faultId = this.log.fault('a route failed', thrown, { route: request.routeOptions.url });
    return reply.code(500).send({ code: 'fault.internal', faultId, message: sayFault(requestLocale(request) ?? 'en', faultId) });
  }
}

// Fastify's own complaints about a request: body too large, media type unknown, malformed JSON.
function clientStatus(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || typeof thrown.statusCode !== 'number') return undefined;
  return thrown.statusCode >= 400 && thrown.statusCode < 500 ? thrown.statusCode : undefined;
}

export function answerFault(log: Log): ExceptionFilter {
  return new FaultAnswer(log);
}
