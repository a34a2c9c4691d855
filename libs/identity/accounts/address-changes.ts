import { Clock, refuse } from '#kernel';
import type { AccountId, Refusal } from '#kernel';
import { forwardWaiting, Letters } from '#mail';
import { brokenConstraint } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { accountAddressChanged } from '../facts.js';
import { addressChangedLetter } from '../mails/address-change.mail.js';
import { Account } from './account.entity.js';
import { emailKey } from './email.js';

export interface AddressChange {
  readonly id: string;
  readonly accountId: AccountId;
  readonly newEmail: string;
  readonly byStaff: boolean;
}

/**
 * What two find that want one address at once, be it for a change or by a first sign-in: both see it free, and the unique
 * index decides.
 */
export async function refusingTakenAddress<T>(work: () => Promise<T>): Promise<T | Refusal<'account.address-taken'>> {
  try {
    return await work();
  } catch (fault) {
    if (brokenConstraint(fault) !== 'account_email_key_key') throw fault;
    return refuse('account.address-taken');
  }
}

/** The one way an account's address is exchanged: everything that was signed in ends, and both mailboxes are told. */
@Injectable()
export class AddressChanges {
  constructor(private readonly letters: Letters, private readonly clock: Clock) {}

  async carryOut(tx: Tx, change: AddressChange): Promise<Account | Refusal<'account.address-taken'>> {
    const before = await tx.em.findOneByOrFail(Account, { id: change.accountId });
    const key = emailKey(change.newEmail);
    const changed = await tx.query(
      `UPDATE account SET email = $2, email_key = $3 WHERE id = $1
       AND NOT EXISTS (SELECT 1 FROM account other WHERE other.email_key = $3 AND other.id <> $1) RETURNING id`,
      [change.accountId, change.newEmail, key],
    );
    if (changed.length === 0) return refuse('account.address-taken');
    const now = this.clock.now();
    await tx.query('UPDATE address_change SET done_at = $2 WHERE id = $1', [change.id, now]);
    await tx.query('UPDATE staff SET email = $2, updated_at = $3 WHERE id = $1', [change.accountId, key, now]);
    await tx.query('DELETE FROM staff_sign_in WHERE staff_id = $1', [change.accountId]);
    await tx.query('UPDATE sign_in SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL', [change.accountId, now]);
    await forwardWaiting(tx, change.accountId, change.newEmail);
    for (const [place, email] of [['old', before.email], ['new', change.newEmail]] as const) {
      await this.letters.write(tx, addressChangedLetter, {
        key: `${change.id}:${place}`, to: { email, name: '' }, locale: before.locale, accountId: change.accountId, props: { byStaff: change.byStaff },
      });
    }
    tx.record(accountAddressChanged, { accountId: change.accountId });
    return tx.em.findOneByOrFail(Account, { id: change.accountId });
  }
}
