import { emailKey } from '#identity';
import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { RateLimiter, SETTINGS } from '#platform';
import type { RateLimit, Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { addressSubject } from './address-subject.js';

/** How often one principal may call mutations: a person's clicks, a crowd behind one address, a program's work. */
export const LIMIT_OF: Readonly<Record<Actor['kind'], RateLimit>> = {
  ANONYMOUS: { limit: 120, perSeconds: 60 },
  ACCOUNT: { limit: 300, perSeconds: 60 },
  TOKEN: { limit: 60_000, perSeconds: 60 },
  SYSTEM: { limit: 60_000, perSeconds: 60 },
};

/** Operations that strangers could abuse, counted for themselves besides; a token's calls count as the token's only. */
export const LIMIT_FOR_STRANGERS: Readonly<Record<string, RateLimit>> = {
  requestSignInLink: { limit: 20, perSeconds: 60 },
  redeemSignInLink: { limit: 60, perSeconds: 60 },
  confirmAddressChange: { limit: 20, perSeconds: 60 },
};

/** Letters that one mailbox can be sent by anyone who knows its address. */
export const LIMIT_FOR_MAILBOX: Readonly<Record<string, RateLimit>> = {
  requestSignInLink: { limit: 5, perSeconds: 600 },
  requestAddressChange: { limit: 5, perSeconds: 600 },
};

/** Counts each call of a mutation, also those that one request repeats under aliases. */
@Injectable()
export class MutationLimits {
  private readonly isOn: boolean;

  constructor(private readonly limiter: RateLimiter, @Inject(SETTINGS) settings: Settings) {
    this.isOn = settings.RATE_LIMITS === 'on';
  }

  async refusalOf(operation: string, args: Readonly<Record<string, unknown>>, actor: Actor): Promise<Refusal<'limit.reached'> | undefined> {
    if (!this.isOn) return undefined;
    const subject = addressSubject(actor.principal);
    const special = actor.kind === 'ANONYMOUS' ? LIMIT_FOR_STRANGERS[operation] : undefined;
    const mailbox = mailboxOf(args);
    const perMailbox = mailbox === undefined ? undefined : LIMIT_FOR_MAILBOX[operation];
    const answers = await Promise.all([
      this.limiter.take(`mutation:${subject}`, 1, LIMIT_OF[actor.kind]),
      ...(special === undefined ? [] : [this.limiter.take(`${operation}:${subject}`, 1, special)]),
      ...(perMailbox === undefined ? [] : [this.limiter.take(`${operation}:mailbox:${mailbox}`, 1, perMailbox)]),
    ]);
    const waits = answers.flatMap((answer) => (answer.ok ? [] : [answer.retryAfterSeconds]));
    return waits.length === 0 ? undefined : refuse('limit.reached', { seconds: Math.max(...waits) });
  }
}

function mailboxOf(args: Readonly<Record<string, unknown>>): string | undefined {
  const { input } = args;
  if (typeof input !== 'object' || input === null) return undefined;
  const email: unknown = 'email' in input ? input.email : 'newEmail' in input ? input.newEmail : undefined;
  return typeof email === 'string' ? emailKey(email) : undefined;
}
