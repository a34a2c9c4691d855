import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { closeQueues, openJobEngine, openQueues, seldom } from '#platform';
import type { Log, Settings } from '#platform';
import { createBullBoard } from '@bull-board/api';
import { FastifyAdapter } from '@bull-board/fastify';
import Fastify from 'fastify';
import { OWN_ORIGIN_POLICY, withinOwnOrigin } from './own-origin.js';
import { ReadQueue } from './read-queue.js';

/** Where the pages are under the house's one origin. */
const PREFIX = '/queues';

/** bull-board over the queues of the house, connected. */
export interface QueuePages {
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** Connects to the queues and sets bull-board before them. @throws where the engine's database does not answer in time */
export async function openQueuePages(settings: Settings, log: Log): Promise<QueuePages> {
  const onFault = seldom(60_000, (fault: unknown) => { log.fault('the connection of who looks into the queues broke', fault); });
  const queues = await openQueues(await openJobEngine({ databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL, onFault }));
  const board = new FastifyAdapter().setBasePath(PREFIX);
  createBullBoard({
    queues: [...queues.values()].map((queue) => new ReadQueue(queue)),
    serverAdapter: board,
    options: {
      uiBasePath: dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')),
      uiConfig: { boardTitle: 'Huiguan', hideDocsLink: true },
    },
  });
  board.setErrorHandler((fault) => ({ status: 500, body: { error: { key: 'ERRORS.INTERNAL_SERVER_ERROR' }, message: log.fault('a look into the queues failed', fault) } }));
  const server = Fastify({ logger: false });
  server.addHook('onSend', (_request, reply, payload, done) => {
    void reply.headers({ 'content-security-policy': OWN_ORIGIN_POLICY, 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
    done(null, typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html') ? withinOwnOrigin(payload) : payload);
  });
  await server.register(board.registerPlugin(), { prefix: PREFIX });
  await server.ready();
  return {
    answer: (request, response) => { server.routing(request, response); },
    close: async () => {
      await server.close();
      await closeQueues(queues);
    },
  };
}
