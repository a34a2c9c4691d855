import { Clock, invalid, newId } from '#kernel';
import type { Refusal } from '#kernel';
import { Letters } from '#mail';
import { LinkTokens, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { denied, ownAccountOf } from '../access/access.policy.js';
import type { Denial } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { addressChangeLetter, addressChangeNoticeLetter } from '../mails/address-change.mail.js';
import { hashSecret } from '../sign-in/secrets.js';
import { Account } from './account.entity.js';
import { parseEmail } from './email.js';

export const ADDRESS_CHANGE_MINUTES = 60;
export const ADDRESS_CHANGE_PURPOSE = 'address-change';

/**
 * Asks for another address. Nothing changes before the link sent there is used; the old address learns of it meanwhile.
 * Whether the new one belongs to an account already is told only to who can read its letters.
 */
@Injectable()
export class RequestAddressChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tokens: LinkTokens,
    private readonly letters: Letters,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, newEmail: string): Promise<{ validForSeconds: number } | Refusal<'input.invalid'> | Denial> {
    const accountId = ownAccountOf(actor);
    if (accountId === null) return denied(actor);
    const email = parseEmail(newEmail);
    if (email === undefined) return invalid([{ path: 'newEmail', code: 'email.malformed' }]);
    const id = newId();
    const now = this.clock.now();
    return this.work.run(async (tx) => {
      const account = await tx.em.findOneByOrFail(Account, { id: accountId });
      await tx.query(
        `INSERT INTO address_change (id, account_id, kind, token_hash, old_email, new_email, created_at, expires_at) VALUES ($1, $2, 'PROOF', $3, $4, $5, $6, $7)`,
        [id, account.id, hashSecret(this.tokens.linkToken(ADDRESS_CHANGE_PURPOSE, id)), account.email, email, now, new Date(now.getTime() + ADDRESS_CHANGE_MINUTES * 60_000)],
      );
      const its = { key: id, locale: account.locale, accountId: account.id };
      await this.letters.write(tx, addressChangeLetter, { ...its, to: { email, name: '' }, props: { changeId: id, minutes: ADDRESS_CHANGE_MINUTES } });
      await this.letters.write(tx, addressChangeNoticeLetter, { ...its, to: { email: account.email, name: '' }, props: {} });
      return { validForSeconds: ADDRESS_CHANGE_MINUTES * 60 };
    });
  }
}
