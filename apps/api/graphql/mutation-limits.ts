import { emailKey } from '#identity';
import type { Actor } from '#identity';
import { refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { LeasedLimits, RateLimiter, SETTINGS } from '#platform';
import type { RateAnswer, RateLimit, Settings } from '#platform';
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

/**
 * What an account may ask that is refused where a person is registered already: with it, travel documents could be tried
 * one after the other. Enough for a secretary with twenty people and for a registration desk; one count for all of them.
 */
export const LIMIT_OF_REGISTERING: RateLimit = { limit: 200, perSeconds: 600 };
const REGISTERING: ReadonlySet<string> = new Set(['registerDelegate', 'startRegistration', 'updateRegistration', 'submitRegistration']);

/** How often one principal may ask: pages read by a hall behind one address, a program that reads everything. */
export const LIMIT_OF_QUERIES: Readonly<Record<Actor['kind'], RateLimit>> = {
  ANONYMOUS: { limit: 1_200, perSeconds: 60 },
  ACCOUNT: { limit: 1_200, perSeconds: 60 },
  TOKEN: { limit: 60_000, perSeconds: 60 },
  SYSTEM: { limit: 60_000, perSeconds: 60 },
};

/**
 * Routes beside GraphQL, by principal: an export reads a whole conference; calendars are fetched by programs, many behind one address.
 * What became of letters is told by a few addresses for everybody: a provider posts each bounce of a campaign, and a mailbox provider
 * each way out that its readers press (RFC 8058), which may not get lost; both hold a secret that nobody finds by trying.
 */
export const LIMIT_OF_ROUTES = {
  exports: { limit: 30, perSeconds: 60 },
  feeds: { limit: 1_200, perSeconds: 60 },
  letters: { limit: 30_000, perSeconds: 60 },
  queues: { limit: 600, perSeconds: 60 },
} as const satisfies Readonly<Record<string, RateLimit>>;

/** Counts each call of a mutation, also those that one request repeats under aliases. */
@Injectable()
export class MutationLimits {
  private readonly isOn: boolean;
  private readonly leased: LeasedLimits;

  constructor(private readonly limiter: RateLimiter, @Inject(SETTINGS) settings: Settings) {
    this.isOn = settings.RATE_LIMITS === 'on';
    this.leased = new LeasedLimits(limiter);
  }

  async refusalOf(operation: string, args: Readonly<Record<string, unknown>>, actor: Actor): Promise<Refusal<'limit.reached'> | undefined> {
    if (!this.isOn) return undefined;
    const subject = addressSubject(actor.principal);
    const special = actor.kind === 'ANONYMOUS' ? LIMIT_FOR_STRANGERS[operation] : undefined;
    const mailbox = mailboxOf(args);
    const perMailbox = mailbox === undefined ? undefined : LIMIT_FOR_MAILBOX[operation];
    const isRegistering = actor.kind === 'ACCOUNT' && REGISTERING.has(operation);
    const answers = await Promise.all([
      // The narrower limit of registering holds the wider one too.
      isRegistering ? this.limiter.take(`registering:${subject}`, 1, LIMIT_OF_REGISTERING) : this.limiter.take(`mutation:${subject}`, 1, LIMIT_OF[actor.kind]),
      ...(special === undefined ? [] : [this.limiter.take(`${operation}:${subject}`, 1, special)]),
      ...(perMailbox === undefined ? [] : [this.limiter.take(`${operation}:mailbox:${mailbox}`, 1, perMailbox)]),
    ]);
    return refusalAfter(answers);
  }

  /** Counts one request that reads, whatever it asks for: how much that may be is weighed elsewhere. */
  async queryRefusal(actor: Actor): Promise<Refusal<'limit.reached'> | undefined> {
    if (!this.isOn) return undefined;
    return refusalAfter([await this.leased.take(`query:${addressSubject(actor.principal)}`, LIMIT_OF_QUERIES[actor.kind])]);
  }

  async routeRefusal(route: keyof typeof LIMIT_OF_ROUTES, principal: string): Promise<Refusal<'limit.reached'> | undefined> {
    if (!this.isOn) return undefined;
    return refusalAfter([await this.limiter.take(`${route}:${addressSubject(principal)}`, 1, LIMIT_OF_ROUTES[route])]);
  }
}

function refusalAfter(answers: readonly RateAnswer[]): Refusal<'limit.reached'> | undefined {
  const waits = answers.flatMap((answer) => (answer.ok ? [] : [answer.retryAfterSeconds]));
  return waits.length === 0 ? undefined : refuse('limit.reached', { seconds: Math.max(...waits) });
}

function mailboxOf(args: Readonly<Record<string, unknown>>): string | undefined {
  const { input } = args;
  if (typeof input !== 'object' || input === null) return undefined;
  const email: unknown = 'email' in input ? input.email : 'newEmail' in input ? input.newEmail : undefined;
  return typeof email === 'string' ? emailKey(email) : undefined;
}
