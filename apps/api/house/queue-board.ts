import { t } from '#i18n';
import { LOG, SETTINGS } from '#platform';
import type { Log, Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestLocale } from '../http/request-locale.js';
import type { QueuePages } from './queue-pages.js';

/** An open page asks every few seconds; after this time nobody looks any more. */
const UNTIL_CLOSED_MS = 60_000;

/** The look into BullMQ's queues: loaded and connected when somebody looks, and let go of a while after: an api has no queue of its own. */
@Injectable()
export class QueueBoard implements OnApplicationShutdown {
  /** Tests are less patient. */
  untilClosedMs = UNTIL_CLOSED_MS;
  private pages: Promise<QueuePages> | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Answers under way: nothing is closed under them. */
  private underWay = 0;

  constructor(@Inject(SETTINGS) private readonly settings: Settings, @Inject(LOG) private readonly log: Log) {}

  /** Answers by bull-board, and 503 where the queues are out of reach. Whether somebody may look is asked before. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (reply.raw.destroyed) return;
    clearTimeout(this.timer);
    this.underWay += 1;
    reply.raw.once('close', () => { this.answered(); });
    const pages = await this.opened();
    if (pages === undefined) {
      await reply.code(503).header('retry-after', '5').send({ code: 'fault.away', message: t(requestLocale(request) ?? 'en', 'web.error.away.text') });
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
    this.pages ??= this.open();
    const pages = this.pages;
    return pages.catch((fault: unknown) => {
      if (this.pages !== pages) return undefined;
      this.log.fault('the queues cannot be looked into', fault);
      this.pages = undefined;
      return undefined;
    });
  }

  private answered(): void {
    this.underWay -= 1;
    if (this.underWay === 0) this.timer = setTimeout(() => { void this.close(); }, this.untilClosedMs).unref();
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
