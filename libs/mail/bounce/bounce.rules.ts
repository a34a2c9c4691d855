import type { BounceKind } from '../message.status.js';

/** So many soft bounces of an address, within so many days, make it a dead one. */
export const SOFT_BOUNCES = 3;
export const SOFT_BOUNCE_DAYS = 60;

// Enhanced status codes (RFC 3463 and its registry) that say that the address or its domain is no more, or never was.
const DEAD = /^5\.(1\.(1|2|3|6|10)|2\.1|4\.4)$/;
const DEAD_IN_WORDS = /no such (user|mailbox|recipient|address|person)|(user|mailbox|recipient|address|account)[^.]{0,40}(unknown|not found|does(n.t| not) exist|disabled|no longer)|unknown (user|mailbox|recipient|address)|invalid (mailbox|recipient|address)|unrouteable address|domain not found|NXDOMAIN/i;

/**
 * Whether an address takes no letters at all (HARD), or has only turned this one away: full, too large, refused for its
 * content or its sender's name.
 */
export function bounceKindOf(status: string | undefined, words: string): Exclude<BounceKind, 'COMPLAINT'> {
  const code = status ?? /\b5\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0];
  if (code !== undefined && code !== '5.0.0' && code !== '5.5.0' && code !== '5.1.0') return DEAD.test(code) ? 'HARD' : 'SOFT';
  return DEAD_IN_WORDS.test(words) ? 'HARD' : 'SOFT';
}
