import { Clock, newId } from '#kernel';
import type { Id } from '#kernel';
import { Letters } from '#mail';
import { LinkTokens } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { staffInvitationLetter } from '../mails/staff-invitation.mail.js';
import { hashSecret } from '../sign-in/secrets.js';

export type StaffInvitationId = Id<'StaffInvitation'>;
export const STAFF_INVITATION_DAYS = 3;
export const STAFF_INVITATION_PURPOSE = 'staff-invitation';

/** Writes the letter by which a staff member sets a password; only its hash is kept. */
@Injectable()
export class StaffInvitations {
  constructor(private readonly tokens: LinkTokens, private readonly letters: Letters, private readonly clock: Clock) {}

  async write(tx: Tx, account: Account, name: string, locale: string): Promise<StaffInvitationId> {
    const id: StaffInvitationId = newId();
    const now = this.clock.now();
    await tx.query(
      'INSERT INTO staff_invitation (id, account_id, token_hash, name, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, account.id, hashSecret(this.tokens.linkToken(STAFF_INVITATION_PURPOSE, id)), name, now, new Date(now.getTime() + STAFF_INVITATION_DAYS * 86_400_000)],
    );
    await this.letters.write(tx, staffInvitationLetter, {
      key: id, to: { email: account.email, name }, locale, accountId: account.id, props: { invitationId: id, name, days: STAFF_INVITATION_DAYS },
    });
    return id;
  }
}
