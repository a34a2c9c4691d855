import type { DataSource } from 'typeorm';
import { rowsOf } from '../database/unit-of-work.js';

export interface OutboxFigures {
  /** Seconds that the oldest due row has waited to be handed over; 0 where none waits. */
  readonly oldestWaitingSeconds: number;
  readonly waiting: number;
  /** Handed over and not finished. */
  readonly underWay: number;
  /** Set aside after the last attempt, for a person to look at. */
  readonly failed: number;
  /** Worker processes seen within the last 30 seconds. */
  readonly workers: number;
}

/** Above this a row has waited so long that no worker can be at work. */
export const OUTBOX_LATE_SECONDS = 120;

const FIGURES = `
  SELECT coalesce(extract(epoch FROM now() - min(due_at) FILTER (WHERE dispatched_at IS NULL AND due_at <= now())), 0)::float AS oldest,
    count(*) FILTER (WHERE dispatched_at IS NULL AND due_at <= now())::int AS waiting,
    count(*) FILTER (WHERE dispatched_at IS NOT NULL)::int AS under_way,
    (SELECT count(*)::int FROM outbox WHERE failed_at IS NOT NULL) AS failed,
    (SELECT count(*)::int FROM worker_pulse WHERE seen_at > now() - interval '30 seconds') AS workers
  FROM outbox WHERE failed_at IS NULL`;

/** How the outbox fares, for /readyz and the console: progress, not only life. */
export class OutboxHealth {
  constructor(private readonly source: DataSource) {}

  async figures(): Promise<OutboxFigures> {
    const [row] = await rowsOf<{ oldest: number; waiting: number; under_way: number; failed: number; workers: number }>(this.source.manager, FIGURES);
    return {
      oldestWaitingSeconds: row?.oldest ?? 0,
      waiting: row?.waiting ?? 0,
      underWay: row?.under_way ?? 0,
      failed: row?.failed ?? 0,
      workers: row?.workers ?? 0,
    };
  }
}
