import { SystemClock } from '#kernel';
import type { Clock } from '#kernel';

/**
 * The instant to hand to SQL as `coalesce($n::timestamptz, statement_timestamp())`: nothing for the system's clock, so that
 * the database's own time decides and a process whose clock is off neither ends an offer early nor lets it live on; a
 * test's clock is taken at its word.
 */
export function moment(clock: Clock): Date | null {
  return clock instanceof SystemClock ? null : clock.now();
}
