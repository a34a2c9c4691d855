import { Clock, newId, refuse } from '#kernel';
import type { Refusal, SignInId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.js';
import { hashSecret, newSecret, SIGN_IN_PREFIX } from './secrets.js';
import type { SignInLink } from './sign-in-link.entity.js';

export const SIGN_IN_DAYS = 30;

export interface SignInBegun {
  readonly account: Account;
  /** For the cookie, or for the Authorization header of programs; it is shown this once. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly next: string;
}

export type LinkRefusal = Refusal<'sign-in.link-invalid' | 'sign-in.link-used' | 'sign-in.link-expired'>;

/** Signs in by a link, once: of any number of redemptions at the same time, one finds it unused. */
@Injectable()
export class RedeemSignInLink {
  constructor(private readonly work: UnitOfWork, private readonly accounts: Accounts, private readonly clock: Clock) {}

  /** The actor's present sign-in, if any, ends: the new one has a secret of its own. */
  run(actor: Actor, token: string): Promise<SignInBegun | LinkRefusal> {
    return this.work.run(async (tx) => {
      const now = this.clock.now();
      const tokenHash = hashSecret(token);
      const [link] = await tx.query<Pick<SignInLink, 'email' | 'locale' | 'next'>>(
        'UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING email, locale, next',
        [tokenHash, now],
      );
      if (link === undefined) return this.whyNot(tx, tokenHash);
      const account = await this.accounts.findOrCreate(tx, link.email, { locale: link.locale });
      if (actor.signIn?.kind === 'STAFF') await tx.query('DELETE FROM staff_sign_in WHERE id = $1', [actor.signIn.id]);
      if (actor.signIn?.kind === 'LINK') await tx.query('UPDATE sign_in SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [actor.signIn.id, now]);
      const secret = newSecret(SIGN_IN_PREFIX);
      const expiresAt = new Date(now.getTime() + SIGN_IN_DAYS * 86_400_000);
      await tx.query('INSERT INTO sign_in (id, account_id, secret_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [
        newId<'SignIn'>() satisfies SignInId, account.id, hashSecret(secret), now, expiresAt,
      ]);
      return { account, secret, expiresAt, next: link.next };
    });
  }

  private async whyNot(tx: Tx, tokenHash: Buffer): Promise<LinkRefusal> {
    const [link] = await tx.query<{ used: boolean }>('SELECT used_at IS NOT NULL AS used FROM sign_in_link WHERE token_hash = $1', [tokenHash]);
    if (link === undefined) return refuse('sign-in.link-invalid');
    return refuse(link.used ? 'sign-in.link-used' : 'sign-in.link-expired');
  }
}
