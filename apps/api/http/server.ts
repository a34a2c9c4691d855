import { randomUUID } from 'node:crypto';
import { inLogScope, LOG, NestLog } from '#platform';
import type { Log, Settings } from '#platform';
import cookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { KeptAnswers } from '../graphql/kept/kept-answers.js';
import { answerFault } from './fault-answer.js';
import { refuseForeignPages } from './same-origin.js';

/** A GraphQL request of ours is some kilobytes; uploads go by multipart, with limits of their own. */
const BODY_LIMIT = 1_000_000;

/** Milliseconds after which a socket that dawdles is closed: Fastify's own are off, and Node looks only every 30 s. */
export interface SocketLimits {
  /** Without a byte in either direction. */
  readonly connectionTimeout: number;
  /** For a whole request to arrive; its headers within half of it. */
  readonly requestTimeout: number;
  /** Between two requests; longer than a proxy before us keeps its connections. */
  readonly keepAliveTimeout: number;
  /** How often the server looks for requests that are late. */
  readonly connectionsCheckingInterval: number;
}

export const SOCKET_LIMITS: SocketLimits = { connectionTimeout: 60_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 2_000 };

/** The api's server over a module, not listening yet; tests are less patient. */
export async function createServer(module: DynamicModule | Type, settings: Settings, limits: SocketLimits = SOCKET_LIMITS): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: settings.TRUSTED_PROXIES.split(',').map((address) => address.trim()),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    logger: false,
    routerOptions: { maxParamLength: 500 },
    connectionTimeout: limits.connectionTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    http: { headersTimeout: limits.requestTimeout / 2, connectionsCheckingInterval: limits.connectionsCheckingInterval },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bufferLogs: true, abortOnError: false });
  const log = app.get<Log>(LOG);
  app.useLogger(new NestLog(log));
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => { inLogScope({ requestId: request.id }, done); });
  fastify.addHook('onRequest', refuseForeignPages(settings.PUBLIC_URL));
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('x-content-type-options')) reply.header('x-content-type-options', 'nosniff');
    done(null, payload);
  });
  const kept = app.get(KeptAnswers, { strict: false });
  fastify.addHook('preHandler', (request, reply) => kept.answer(request, reply));
  await app.register(cookie);
  app.useGlobalFilters(answerFault(log));
  await app.init();
  await fastify.ready();
  return app;
}
