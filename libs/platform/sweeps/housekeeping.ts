import type { DataSource } from 'typeorm';
import { rowsOf } from '../database/unit-of-work.js';

/** Twice the 24 hours that an idempotency key is promised for. */
export const IDEMPOTENCY_KEPT_HOURS = 48;
const MOST = 5_000;

const OLD_KEYS = `
  DELETE FROM idempotency WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM idempotency WHERE created_at < now() - $1 * interval '1 hour' LIMIT $2 FOR UPDATE SKIP LOCKED))
  RETURNING 1`;
const OLD_WINDOWS = `DELETE FROM rate_window WHERE window_start < now() - interval '2 days' RETURNING 1`;
const OLD_PULSES = `DELETE FROM worker_pulse WHERE seen_at < now() - interval '1 hour' RETURNING 1`;

/** Throws away what was kept only for a while: answers to idempotency keys, counted requests, pulses of workers long gone. */
export async function keepHouse(source: DataSource): Promise<void> {
  while ((await rowsOf(source.manager, OLD_KEYS, [IDEMPOTENCY_KEPT_HOURS, MOST])).length === MOST);
  await rowsOf(source.manager, OLD_WINDOWS);
  await rowsOf(source.manager, OLD_PULSES);
}
