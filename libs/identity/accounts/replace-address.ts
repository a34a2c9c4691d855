import { Clock, invalid, isId, newId, refuse, tidy } from '#kernel';
import type { AccountId, FieldProblem, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { denied, may } from '../access/access.policy.js';
import type { Denial } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { Audit } from '../audit/audit.js';
import { Account } from './account.entity.js';
import { AddressChanges, refusingTakenAddress } from './address-changes.js';
import { parseEmail } from './email.js';

export interface AddressReplacement {
  readonly accountId: string;
  readonly newEmail: string;
  /** Kept with the change, which the audit log names: the log itself holds no words about people. */
  readonly reason: string;
}

export type ReplaceRefusal = Refusal<'input.invalid' | 'account.unknown' | 'account.address-taken'> | Denial;

/** Gives an account another address at its owner's request by other means, since the old mailbox is lost. Owners of the installation only. */
@Injectable()
export class ReplaceAddress {
  constructor(private readonly work: UnitOfWork, private readonly changes: AddressChanges, private readonly audit: Audit, private readonly clock: Clock) {}

  async run(actor: Actor, input: AddressReplacement): Promise<Account | ReplaceRefusal> {
    if (!may(actor, 'accounts.replace-address', {})) return denied(actor);
    const newEmail = parseEmail(input.newEmail);
    const reason = tidy(input.reason);
    const problems: FieldProblem[] = [];
    if (newEmail === undefined) problems.push({ path: 'newEmail', code: 'email.malformed' });
    if (reason === '') problems.push({ path: 'reason', code: 'required' });
    if (reason.length > 1_000) problems.push({ path: 'reason', code: 'too-long', data: { max: 1_000 } });
    if (newEmail === undefined || problems.length > 0) return invalid(problems);
    const id = newId();
    return refusingTakenAddress(() => this.work.run(async (tx): Promise<Account | ReplaceRefusal> => {
      const account = isId(input.accountId) ? await tx.em.findOneBy(Account, { id: input.accountId as AccountId }) : null;
      if (account === null) return refuse('account.unknown');
      await tx.query(
        `INSERT INTO address_change (id, account_id, kind, old_email, new_email, reason, created_at) VALUES ($1, $2, 'STAFF', $3, $4, $5, $6)`,
        [id, account.id, account.email, newEmail, reason, this.clock.now()],
      );
      const changed = await this.changes.carryOut(tx, { id, accountId: account.id, newEmail, byStaff: true });
      if ('refused' in changed) return changed;
      await this.audit.write(tx, { actor, action: 'account.address-replaced', subjectKind: 'account', subjectId: account.id, data: { addressChangeId: id } });
      return changed;
    }));
  }
}
