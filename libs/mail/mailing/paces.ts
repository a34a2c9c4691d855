import { Injectable } from '@nestjs/common';
import { rowsOf, UnitOfWork } from '#platform';

/** Letters a minute by a key that all workers and mailings share, such as `domain example.org`. */
export interface Pace {
  readonly key: string;
  readonly perMinute: number;
  /** How many would go. */
  readonly wanted: number;
}

/** So many may go, the first after `firstMs`, each `everyMs` after the one before. */
export interface Granted {
  readonly count: number;
  readonly firstMs: number;
  readonly everyMs: number;
}

const MAKE = 'INSERT INTO mail_pace (key, free_at) SELECT DISTINCT key, now() FROM unnest($1::text[]) AS k(key) ORDER BY key ON CONFLICT DO NOTHING';
// A virtual schedule (GCRA): the row says when the next one is free, by the database's clock.
const RESERVE = `
  WITH asked AS (
    SELECT p.key, a.every, greatest(p.free_at, clock_timestamp()) AS begins,
      greatest(0, least(a.wanted, floor(($4 - extract(epoch FROM greatest(p.free_at, clock_timestamp()) - clock_timestamp()) * 1000) / a.every)::integer + 1)) AS count
    FROM unnest($1::text[], $2::float8[], $3::integer[]) AS a(key, every, wanted) JOIN mail_pace p ON p.key = a.key ORDER BY p.key FOR UPDATE OF p)
  UPDATE mail_pace p SET free_at = asked.begins + asked.count * asked.every * interval '1 millisecond' FROM asked WHERE p.key = asked.key
  RETURNING p.key, asked.count, (extract(epoch FROM asked.begins - clock_timestamp()) * 1000)::float8 AS "firstMs"`;
const SWEEP = "DELETE FROM mail_pace WHERE free_at < now() - interval '1 hour'";

/** Turns on shared schedules: what is granted here, nobody else gets. */
@Injectable()
export class Paces {
  constructor(private readonly work: UnitOfWork) {}

  /** Reserves turns that lie within the horizon, at most as many as are wanted. */
  async reserve(paces: readonly Pace[], horizonMs: number): Promise<ReadonlyMap<string, Granted>> {
    if (paces.length === 0) return new Map();
    const every = new Map(paces.map(({ key, perMinute }) => [key, 60_000 / perMinute]));
    const keys = paces.map(({ key }) => key);
    await rowsOf(this.work.reader, MAKE, [keys]);
    const rows = await rowsOf<{ key: string; count: number; firstMs: number }>(this.work.reader, RESERVE, [keys, keys.map((key) => every.get(key) ?? 0), paces.map(({ wanted }) => wanted), horizonMs]);
    return new Map(rows.map(({ key, count, firstMs }) => [key, { count, firstMs: Math.max(0, firstMs), everyMs: every.get(key) ?? 0 }]));
  }

  /** Forgets schedules that nobody has used for an hour. */
  async sweep(): Promise<void> {
    await rowsOf(this.work.reader, SWEEP);
  }
}
