import { LOG, OUTBOX_LATE_SECONDS, OutboxHealth, pendingMigrations, rowsOf, UnitOfWork } from '#platform';
import type { Log, OutboxFigures } from '#platform';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly pendingMigrations: number | null;
  readonly outbox: OutboxFigures | null;
}

const ANSWER_WITHIN_MS = 5_000;
/** Within this time all who ask get one answer: asking costs strangers nothing, so it must cost the house little. */
export const LOOK_AGAIN_AFTER_MS = 2_000;

/** For whoever keeps the house running: /livez says that the process answers, /readyz that it can do its work. */
@Controller()
export class HealthController {
  private last: { readonly at: number; readonly look: Promise<Readiness> } | undefined;

  constructor(private readonly outbox: OutboxHealth, private readonly work: UnitOfWork, @Inject(LOG) private readonly log: Log) {}

  @Get('livez')
  live(): { readonly alive: true } {
    return { alive: true };
  }

  /** 200 where the database answers, no migration is missing, and a worker lives that hands the outbox over in time; else 503. */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const now = performance.now();
    if (this.last === undefined || now - this.last.at >= LOOK_AGAIN_AFTER_MS) this.last = { at: now, look: this.look() };
    const readiness = await this.last.look;
    await reply.code(readiness.ready ? 200 : 503).header('cache-control', 'no-store').send(readiness);
  }

  private async look(): Promise<Readiness> {
    try {
      const [outbox, pending] = await inTime(Promise.all([this.outbox.figures(), pendingMigrations((sql) => rowsOf(this.work.reader, sql))]));
      const isMoving = outbox.workers > 0 && outbox.oldestWaitingSeconds <= OUTBOX_LATE_SECONDS;
      return { ready: pending.length === 0 && isMoving, database: true, pendingMigrations: pending.length, outbox };
    } catch (fault) {
      this.log.fault('not ready', fault);
      return { ready: false, database: false, pendingMigrations: null, outbox: null };
    }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)); }, ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
