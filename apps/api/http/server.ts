import { randomUUID } from 'node:crypto';
import { inLogScope, LOG, NestLog } from '#platform';
import type { Log, Settings } from '#platform';
import cookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { answerFault } from './fault-answer.js';
import { refuseForeignPages } from './same-origin.js';

/** A GraphQL request of ours is some kilobytes; uploads go by multipart, with limits of their own. */
const BODY_LIMIT = 1_000_000;

/** Sockets that dawdle are closed: Node's and Fastify's own limits for a whole request are off or very long. */
export const SOCKET_LIMITS = { connectionTimeout: 20_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, handlerTimeout: 120_000 } as const;

/** The api's server over a module, not listening yet. Time limits may be shortened by tests. */
export async function createServer(module: DynamicModule | Type, settings: Settings, limits: Partial<typeof SOCKET_LIMITS> | Record<string, number> = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: settings.TRUSTED_PROXIES.split(',').map((address) => address.trim()),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    logger: false,
    routerOptions: { maxParamLength: 500 },
    ...SOCKET_LIMITS,
    ...limits,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bufferLogs: true, abortOnError: false });
  const log = app.get<Log>(LOG);
  app.useLogger(new NestLog(log));
  const fastify = adapter.getInstance();
  fastify.server.headersTimeout = limits['requestTimeout'] ?? 15_000;
  fastify.addHook('onRequest', (request, _reply, done) => { inLogScope({ requestId: request.id }, done); });
  fastify.addHook('onRequest', refuseForeignPages(settings.PUBLIC_URL));
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('x-content-type-options')) reply.header('x-content-type-options', 'nosniff');
  });
  await app.register(cookie);
  app.useGlobalFilters(answerFault(log));
  await app.init();
  await fastify.ready();
  return app;
}
