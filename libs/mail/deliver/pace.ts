import type { Outcome } from '../post/outcome.js';

const MINUTE = 60_000;
/** RFC 5321, 4.5.4.1 asks a sender to keep trying for four to five days. */
export const GIVE_UP_AFTER_MS = 4 * 24 * 60 * MINUTE;

/**
 * How long a letter rests before its next try, in milliseconds. A server that is away is asked again within two minutes,
 * so that all leaves soon after it is back; one that says "later" is given longer and longer, up to half an hour; a
 * sign-in link is no use late.
 */
export function restBefore(outcome: Pick<Outcome, 'kind'>, attempts: number, urgent: boolean, random: () => number = Math.random): number {
  const isOurs = outcome.kind === 'later';
  const longest = urgent ? MINUTE / 2 : isOurs ? 30 * MINUTE : 2 * MINUTE;
  const first = urgent ? 2_000 : isOurs ? MINUTE : 5_000;
  const rest = Math.min(first * 2 ** Math.min(attempts - 1, 20), longest);
  // A fifth more or less, so that what failed together does not come back together.
  return Math.round(rest * (0.8 + 0.4 * random()));
}
