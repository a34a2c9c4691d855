import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { parseEmail } from '../accounts/email.js';
import { SIGN_IN_LINK_MINUTES, SignInLinks } from './sign-in-links.js';

export interface SignInLinkRequest {
  readonly email: string;
  readonly locale?: string | null | undefined;
  readonly next?: string | null | undefined;
}

export interface SignInLinkRequested {
  readonly validForSeconds: number;
}

/**
 * Sends a link to any address that can be one. Known or unknown, the same row and the same letter are written, so neither
 * the answer nor the work behind it tells a stranger anything.
 */
@Injectable()
export class RequestSignInLink {
  constructor(private readonly work: UnitOfWork, private readonly links: SignInLinks) {}

  async run(actor: Actor, input: SignInLinkRequest): Promise<SignInLinkRequested | Refusal<'input.invalid'>> {
    const email = parseEmail(input.email);
    if (email === undefined) return invalid([{ path: 'email', code: 'email.malformed' }]);
    await this.work.run((tx) => this.links.write(tx, { email, locale: input.locale ?? actor.locale, next: input.next }));
    return { validForSeconds: SIGN_IN_LINK_MINUTES * 60 };
  }
}
