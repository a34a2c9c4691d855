import { Accounts, denied, ownAccountOf, parseEmail } from '#identity';
import type { Actor } from '#identity';
import type { Conference } from '#conferences';
import { invalid } from '#kernel';
import type { AccountId, DelegationId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isHeadOf } from '#invitations';
import { staffMay } from './registration.policy.js';
import type { RegistrationOrigin } from './registration.entity.js';
import type { Mover } from './registration.status.js';

/** Staff, or the head of a delegation, register for someone: whose address manages it, and how it came in. */
export interface OnBehalf {
  readonly email: string;
  readonly origin: RegistrationOrigin;
}

/** Who will manage a registration, and in which part the actor enters it. */
export interface Entrant {
  readonly accountId: AccountId;
  readonly email: string;
  readonly locale: string;
  readonly mover: Mover;
  readonly origin: RegistrationOrigin;
  /** Whether the category may be one for invited people only. */
  readonly isInvited: boolean;
}

/** Settles whose registration it will be: the actor's own, whose address is proven by signing in, or one that staff enter. */
@Injectable()
export class Entrants {
  constructor(private readonly accounts: Accounts) {}

  /** @param delegationId the delegation that it shall belong to, whose head may enter it as well */
  async of(tx: Tx, actor: Actor, conference: Conference, onBehalf: OnBehalf | null | undefined, delegationId: DelegationId | null): Promise<Entrant | Refusal> {
    if (onBehalf === null || onBehalf === undefined) return this.self(tx, actor);
    const byStaff = staffMay(actor, 'registration.enter', conference);
    if (!byStaff && !isHeadOf(actor, delegationId)) return denied(actor);
    const email = parseEmail(onBehalf.email);
    if (email === undefined) return invalid([{ path: 'onBehalf.email', code: 'email.malformed' }]);
    if (byStaff && onBehalf.origin === 'SELF') return invalid([{ path: 'onBehalf.origin', code: 'unknown' }]);
    const account = await this.accounts.findOrCreate(tx, email, { locale: conference.locales[0] ?? 'en' });
    const as = byStaff ? { mover: 'STAFF', origin: onBehalf.origin, isInvited: true } as const : { mover: 'DELEGATE', origin: 'SELF', isInvited: false } as const;
    return { accountId: account.id, email: account.email, locale: account.locale, ...as };
  }

  private async self(tx: Tx, actor: Actor): Promise<Entrant | Refusal> {
    const accountId = ownAccountOf(actor);
    if (accountId === null) return denied(actor);
    const account = actor.email === null ? await this.accounts.byId(tx.em, accountId) : { email: actor.email, locale: actor.locale };
    if (account === null) return denied(actor);
    return { accountId, email: account.email, locale: account.locale, mover: 'DELEGATE', origin: 'SELF', isInvited: false };
  }
}
