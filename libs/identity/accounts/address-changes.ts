import { Clock, refuse } from '#kernel';
import type { AccountId, Refusal } from '#kernel';
import { forwardWaiting, Letters } from '#mail';
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

/** The one way an account's address is exchanged: everything that was signed in ends, and both mailboxes are told. */
@Injectable()
export class AddressChanges {
  constructor(private readonly letters: Letters, private readonly clock: Clock) {}

  async carryOut(tx: Tx, change: AddressChange): Promise<Account | Refusal<'account.address-taken'>> {
    const before = await tx.em.findOneByOrFail(Account, { id: change.accountId });
    const key = emailKey(change.newEmail);
    // Two that want one address come one after the other, so that the second sees the first.
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('account address ' || $1, 0))", [key]);
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
