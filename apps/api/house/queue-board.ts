import { LOG, SETTINGS } from '#platform';
import type { Log, Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueuePages } from './queue-pages.js';

/** An open page asks every few seconds; after this time nobody looks any more. */
const UNTIL_CLOSED_MS = 60_000;

/** The look into BullMQ's queues: loaded and connected when somebody looks, and let go of a while after: an api has no queue of its own. */
@Injectable()
export class QueueBoard implements OnApplicationShutdown {
  private pages: Promise<QueuePages> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings, @Inject(LOG) private readonly log: Log) {}

  /** Answers by bull-board, and 503 where the queues are out of reach. Whether somebody may look is asked before. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const pages = await this.opened();
    if (pages === undefined) {
      await reply.code(503).header('retry-after', '5').send({ code: 'fault.away' });
      return;
    }
    reply.hijack();
    pages.answer(request.raw, reply.raw);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.close();
  }

  private async opened(): Promise<QueuePages | undefined> {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.close(); }, UNTIL_CLOSED_MS).unref();
    this.pages ??= this.open();
    return this.pages.catch((fault: unknown) => {
      this.log.fault('the queues cannot be looked into', fault);
      this.pages = undefined;
      return undefined;
    });
  }

  private async open(): Promise<QueuePages> {
    const { openQueuePages } = await import('./queue-pages.js');
    return openQueuePages(this.settings, this.log);
  }

  private async close(): Promise<void> {
    const pages = this.pages;
    this.pages = undefined;
    await pages?.then((open) => open.close()).catch((fault: unknown) => { this.log.fault('the queues that were looked into did not close', fault); });
  }
}
