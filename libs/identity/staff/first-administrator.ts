import { newId } from '#kernel';
import { SETTINGS, UnitOfWork, WrongSettings } from '#platform';
import type { Settings, Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.js';
import { parseEmail } from '../accounts/email.js';
import { hashSecret } from '../sign-in/secrets.js';
import { StaffInvitations } from './staff-invitations.js';

const LOCK = 5_210_019;

/**
 * Makes ADMIN_EMAIL an owner of the installation, invites it by letter, and lets ADMIN_TOKEN act for it. Done at every
 * start and by any number of processes at once, it has effect once; a role or token that was taken back stays so.
 */
@Injectable()
export class FirstAdministrator {
  constructor(private readonly work: UnitOfWork, private readonly accounts: Accounts, private readonly invitations: StaffInvitations, @Inject(SETTINGS) private readonly settings: Settings) {}

  /** @throws WrongSettings where ADMIN_TOKEN has no ADMIN_EMAIL to act for */
  async ensure(): Promise<void> {
    const { ADMIN_EMAIL, ADMIN_TOKEN } = this.settings;
    if (ADMIN_EMAIL === undefined && ADMIN_TOKEN === undefined) return;
    if (ADMIN_EMAIL === undefined) throw new WrongSettings('ADMIN_TOKEN: needs ADMIN_EMAIL, the account it acts for');
    const email = parseEmail(ADMIN_EMAIL);
    if (email === undefined) throw new WrongSettings('ADMIN_EMAIL: is not a mail address');
    await this.work.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const account = await this.accounts.findOrCreate(tx, email, { locale: 'en' });
      if (await this.isFirstTime(tx, account)) await this.makeOwner(tx, account);
      if (ADMIN_TOKEN !== undefined) await this.makeToken(tx, account, ADMIN_TOKEN);
    });
  }

  // Remembered by the invitation, so that an owner who was dismissed is not made one again by the next start.
  private async isFirstTime(tx: Tx, account: Account): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM staff_invitation WHERE account_id = $1 LIMIT 1', [account.id]);
    return rows.length === 0;
  }

  private async makeOwner(tx: Tx, account: Account): Promise<void> {
    await tx.query(
      `INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, granted_by) VALUES ($1, $2, 'OWNER', 'INSTALLATION', NULL, 'system')
       ON CONFLICT ON CONSTRAINT role_grant_once DO NOTHING`,
      [newId(), account.id],
    );
    await this.invitations.write(tx, account, '', account.locale);
  }

  private async makeToken(tx: Tx, account: Account, secret: string): Promise<void> {
    await tx.query(
      `INSERT INTO api_token (id, account_id, name, secret_hash, role, scope_kind) VALUES ($1, $2, 'ADMIN_TOKEN', $3, 'OWNER', 'INSTALLATION')
       ON CONFLICT (secret_hash) DO NOTHING`,
      [newId(), account.id, hashSecret(secret)],
    );
  }
}
