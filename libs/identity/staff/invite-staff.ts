import { isLocale } from '#i18n';
import { hasForbiddenCharacters, invalid, tidy } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Denial } from '../access/access.policy.js';
import type { Actor } from '../access/actor.js';
import { GrantRole } from '../access/grant-role.js';
import type { NewGrant } from '../access/grant-role.js';
import type { RoleGrant } from '../access/role-grant.entity.js';
import { Accounts } from '../accounts/accounts.js';
import { StaffInvitations } from './staff-invitations.js';

export interface NewStaff extends NewGrant {
  readonly name: string;
  readonly locale?: string | null | undefined;
}

const LONGEST_NAME = 200;

/** Grants a role and sends the letter by which the person sets a password; nobody signs up as staff by themselves. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly grants: GrantRole,
    private readonly accounts: Accounts,
    private readonly invitations: StaffInvitations,
  ) {}

  async run(actor: Actor, input: NewStaff): Promise<{ grant: RoleGrant } | Refusal<'input.invalid'> | Denial> {
    const refusal = await this.grants.check(actor, input);
    if (refusal !== undefined) return refusal;
    const name = tidy(input.name);
    if (name === '') return invalid([{ path: 'name', code: 'required' }]);
    if (name.length > LONGEST_NAME) return invalid([{ path: 'name', code: 'too-long', data: { max: LONGEST_NAME } }]);
    if (hasForbiddenCharacters(name)) return invalid([{ path: 'name', code: 'forbidden-characters' }]);
    const locale = input.locale ?? actor.locale;
    if (!isLocale(locale)) return invalid([{ path: 'locale', code: 'locale-unknown' }]);
    return this.work.run(async (tx) => {
      const grant = await this.grants.within(tx, actor, input);
      const account = await this.accounts.byId(tx.em, grant.accountId);
      if (account === null) throw new Error('the account of a grant is not there');
      await this.invitations.write(tx, account, name, locale);
      return { grant };
    });
  }
}
