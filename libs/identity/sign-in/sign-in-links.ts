import { Clock, newId } from '#kernel';
import { Letters } from '#mail';
import { LinkTokens } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { signInLinkLetter } from '../mails/sign-in-link.mail.js';
import { nextPath } from './next-path.js';
import { hashSecret } from './secrets.js';
import type { SignInLinkId } from './sign-in-link.entity.js';

/** Longest life of a link: whoever finds an old letter finds a dead link. */
export const SIGN_IN_LINK_MINUTES = 10;
export const SIGN_IN_PURPOSE = 'sign-in';

export interface LinkToWrite {
  /** Has passed parseEmail. */
  readonly email: string;
  readonly locale: string;
  /** Path on this site to open afterwards; others become the first page. */
  readonly next: string | null | undefined;
}

/** Writes single-use sign-in links with their letter, for any verb that must lead someone to a page of theirs. */
@Injectable()
export class SignInLinks {
  constructor(private readonly tokens: LinkTokens, private readonly letters: Letters, private readonly clock: Clock) {}

  /** The row and its letter, in the caller's transaction. */
  async write(tx: Tx, link: LinkToWrite): Promise<SignInLinkId> {
    const id: SignInLinkId = newId();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_MINUTES * 60_000);
    await tx.query(
      'INSERT INTO sign_in_link (id, token_hash, email, locale, next, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, hashSecret(this.tokens.linkToken(SIGN_IN_PURPOSE, id)), link.email, link.locale, nextPath(link.next), now, expiresAt],
    );
    await this.letters.write(tx, signInLinkLetter, {
      key: id, to: { email: link.email, name: '' }, locale: link.locale, props: { linkId: id, minutes: SIGN_IN_LINK_MINUTES },
    });
    return id;
  }
}
