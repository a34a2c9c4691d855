import { hash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { preparedRows } from '../database/prepared.js';
import { rowsOf } from '../database/unit-of-work.js';
import { Batches } from '../jobs/batches.js';

/** So many in so many seconds. */
export interface RateLimit {
  readonly limit: number;
  /** At most a day: older counts are thrown away. */
  readonly perSeconds: number;
}

export type RateAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

/** What was taken, with how long the window still lasts in which it counts. */
export type LeaseAnswer = { readonly ok: true; readonly secondsLeft: number } | Extract<RateAnswer, { ok: false }>;

interface Asked extends RateLimit {
  readonly subject: string;
  readonly cost: number;
}

interface Counted {
  readonly subject: string;
  readonly hits: number;
  readonly before: number;
  /** How far the present window has run, 0 to 1. */
  readonly passed: number;
}

// `before` is of the window just before this one, or nothing. A clock that stepped back counts into the newest window.
const COUNT = `
  INSERT INTO rate_window AS w (subject, window_start, per_seconds, hits)
  SELECT subject, to_timestamp(floor(extract(epoch FROM now()) / per) * per), per, cost FROM unnest($1::text[], $2::integer[], $3::integer[]) AS t(subject, cost, per)
  ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET
    before = CASE WHEN EXCLUDED.window_start <= w.window_start THEN w.before
      WHEN EXCLUDED.window_start = w.window_start + w.per_seconds * interval '1 second' THEN w.hits ELSE 0 END,
    hits = CASE WHEN EXCLUDED.window_start <= w.window_start THEN w.hits ELSE 0 END + EXCLUDED.hits,
    window_start = greatest(w.window_start, EXCLUDED.window_start)
  RETURNING subject, hits, before, greatest(extract(epoch FROM now() - window_start) / per_seconds, 0)::float AS passed`;
const GIVE_BACK = `
  WITH back AS (
    SELECT w.subject, t.cost
    FROM unnest($1::text[], $2::integer[], $3::integer[]) AS t(subject, cost, per)
    JOIN rate_window w ON w.subject = t.subject AND w.window_start = to_timestamp(floor(extract(epoch FROM now()) / t.per) * t.per)
    ORDER BY w.subject FOR UPDATE OF w)
  UPDATE rate_window SET hits = greatest(rate_window.hits - back.cost, 0) FROM back
  WHERE rate_window.subject = back.subject`;

/**
 * Counts requests in PostgreSQL, so that all processes count together. A sliding window: the present window's count
 * and the part of the last one's that still lies within `perSeconds`. What is refused is not counted: its cost is given
 * back at once (in the milliseconds between, others may be refused up to that much too early, never let in too many).
 * Calls that come together go as one statement.
 */
export class RateLimiter {
  private readonly counts = new Batches((asked: readonly Asked[]) => this.takeAll(asked), 500);

  constructor(private readonly source: DataSource) {}

  /**
   * Takes `cost` from what `subject` may do.
   * @param subject who and what, such as `sign-in:203.0.113.7`; kept only as a hash
   */
  async take(subject: string, cost: number, limit: RateLimit): Promise<RateAnswer> {
    const answer = await this.lease(subject, cost, limit);
    return answer.ok ? { ok: true } : answer;
  }

  /** The same for what is used little by little: within the window it would have been let through at any later moment too. */
  async lease(subject: string, cost: number, limit: RateLimit): Promise<LeaseAnswer> {
    const key = hash('sha256', `${limit.perSeconds} ${subject}`, 'base64url');
    return this.counts.ask({ subject: key, cost, ...limit });
  }

  private async takeAll(asked: readonly Asked[]): Promise<LeaseAnswer[]> {
    const sums = new Map<string, { cost: number; per: number }>();
    for (const { subject, cost, perSeconds } of asked) sums.set(subject, { cost: (sums.get(subject)?.cost ?? 0) + cost, per: perSeconds });
    const rows = await preparedRows<Counted>(this.source.manager, COUNT, columnsOf(sums));
    const state = new Map(rows.map((row) => [row.subject, { ...row, used: row.hits - (sums.get(row.subject)?.cost ?? 0) }]));
    const refused = new Map<string, { cost: number; per: number }>();
    const answers = asked.map((one): LeaseAnswer => {
      const window = state.get(one.subject);
      if (window === undefined) return { ok: true, secondsLeft: 0 };
      if (window.used + one.cost + Math.min(window.before, one.limit) * (1 - window.passed) <= one.limit) {
        window.used += one.cost;
        return { ok: true, secondsLeft: (1 - window.passed) * one.perSeconds };
      }
      refused.set(one.subject, { cost: (refused.get(one.subject)?.cost ?? 0) + one.cost, per: one.perSeconds });
      return { ok: false, retryAfterSeconds: waitFor(one, window.used, window.before, window.passed) };
    });
    if (refused.size > 0) await rowsOf(this.source.manager, GIVE_BACK, columnsOf(refused));
    return answers;
  }
}

function columnsOf(sums: ReadonlyMap<string, { cost: number; per: number }>): [string[], number[], number[]] {
  return [[...sums.keys()], [...sums.values()].map((sum) => sum.cost), [...sums.values()].map((sum) => sum.per)];
}

/** Seconds until the same request would pass if nobody else asked meanwhile; at least 1. */
export function waitFor(asked: { cost: number } & RateLimit, used: number, before: number, passed: number): number {
  const { cost, limit, perSeconds } = asked;
  const toWindowEnd = (1 - passed) * perSeconds;
  const room = limit - used - cost;
  if (room >= 0 && before > 0) return atLeastOne((1 - room / Math.min(before, limit) - passed) * perSeconds);
  if (cost > limit || used === 0) return atLeastOne(toWindowEnd);
  return atLeastOne(toWindowEnd + Math.max(0, 1 - (limit - cost) / used) * perSeconds);
}

const atLeastOne = (seconds: number): number => Math.max(1, Math.ceil(seconds));
