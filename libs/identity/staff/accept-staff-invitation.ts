import { Clock, invalid, newId, refuse } from '#kernel';
import type { AccountId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/actor.js';
import { Audit } from '../audit/audit.js';
import { hashSecret } from '../sign-in/secrets.js';
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.js';

export interface StaffAcceptance {
  readonly token: string;
  readonly password: string;
}

export type AcceptanceRefusal = Refusal<'input.invalid' | 'staff.invitation-invalid'>;

const STAFF = `
  INSERT INTO staff (id, name, email, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)
  ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, email = EXCLUDED.email, second_factor = false, updated_at = EXCLUDED.updated_at`;
const CREDENTIAL = `
  INSERT INTO credential (id, staff_id, provider, provider_account, password, created_at, updated_at) VALUES ($1, $2::uuid, 'credential', $2::uuid::text, $3, $4, $4)
  ON CONFLICT (staff_id, provider) DO UPDATE SET password = EXCLUDED.password, updated_at = EXCLUDED.updated_at`;

/**
 * Sets a password by the letter's link, once. For someone who had one, it begins anew: the old password, the second factor
 * and every staff sign-in go, so an invitation is also the way back in for who lost them.
 */
@Injectable()
export class AcceptStaffInvitation {
  constructor(private readonly work: UnitOfWork, private readonly audit: Audit, private readonly clock: Clock) {}

  async run(input: StaffAcceptance): Promise<{ email: string } | AcceptanceRefusal> {
    const { length } = [...input.password];
    if (length < SHORTEST_PASSWORD) return invalid([{ path: 'password', code: 'too-short', data: { min: SHORTEST_PASSWORD } }]);
    if (length > LONGEST_PASSWORD) return invalid([{ path: 'password', code: 'too-long', data: { max: LONGEST_PASSWORD } }]);
    const password = await hashPassword(input.password);
    const now = this.clock.now();
    return this.work.run(async (tx) => {
      const [invitation] = await tx.query<{ account_id: AccountId; name: string; email: string; email_key: string }>(
        `UPDATE staff_invitation SET used_at = $2 FROM account
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND account.id = account_id
         RETURNING account_id, name, email, email_key`,
        [hashSecret(input.token), now],
      );
      if (invitation === undefined) return refuse('staff.invitation-invalid');
      const id = invitation.account_id;
      await tx.query(STAFF, [id, invitation.name, invitation.email_key, now]);
      await tx.query(CREDENTIAL, [newId(), id, password, now]);
      await tx.query('DELETE FROM second_factor WHERE staff_id = $1', [id]);
      await tx.query('DELETE FROM staff_sign_in WHERE staff_id = $1', [id]);
      await this.audit.write(tx, { actor: systemActor, action: 'staff.password-set-by-invitation', subjectKind: 'account', subjectId: id });
      return { email: invitation.email };
    });
  }
}
