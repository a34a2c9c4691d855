import { Clock, refuse } from '#kernel';
import type { AccountId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { accountActor } from '../access/actor.js';
import { Audit } from '../audit/audit.js';
import { hashSecret } from '../sign-in/secrets.js';
import type { Account } from './account.entity.js';
import { AddressChanges, refusingTakenAddress } from './address-changes.js';

export type ConfirmRefusal = Refusal<'account.change-link-invalid' | 'account.address-taken'>;

/** Carries out a change by the link that came to the new address; the link works once, and only the last one asked for. */
@Injectable()
export class ConfirmAddressChange {
  constructor(private readonly work: UnitOfWork, private readonly changes: AddressChanges, private readonly audit: Audit, private readonly clock: Clock) {}

  run(token: string): Promise<Account | ConfirmRefusal> {
    return refusingTakenAddress(() => this.work.run(async (tx): Promise<Account | ConfirmRefusal> => {
      const [change] = await tx.query<{ id: string; account_id: AccountId; new_email: string }>(
        `UPDATE address_change c SET done_at = $2
         WHERE token_hash = $1 AND done_at IS NULL AND expires_at > $2
           AND NOT EXISTS (SELECT 1 FROM address_change later WHERE later.account_id = c.account_id AND later.created_at > c.created_at)
         RETURNING id, account_id, new_email`,
        [hashSecret(token), this.clock.now()],
      );
      if (change === undefined) return refuse('account.change-link-invalid');
      const account = await this.changes.carryOut(tx, { id: change.id, accountId: change.account_id, newEmail: change.new_email, byStaff: false });
      if ('refused' in account) return account;
      await this.audit.write(tx, {
        actor: accountActor(account), action: 'account.address-changed', subjectKind: 'account', subjectId: account.id, data: { addressChangeId: change.id },
      });
      return account;
    }));
  }
}
