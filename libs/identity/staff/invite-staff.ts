import { isLocale } from '#i18n';
import { hasForbiddenCharacters, invalid, isRefusal, refuse, tidy } from '#kernel';
import type { Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { GrantRole } from '../access/grant-role.js';
import type { NewGrant } from '../access/grant-role.js';
import { RoleGrant } from '../access/role-grant.entity.js';
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

  /** @param key a repetition under the same one writes no second letter */
  async run(actor: Actor, input: NewStaff, key?: string): Promise<{ grant: RoleGrant } | Refusal> {
    const refusal = await this.grants.check(actor, input);
    if (refusal !== undefined) return refusal;
    const name = tidy(input.name);
    if (name === '') return invalid([{ path: 'name', code: 'required' }]);
    if (name.length > LONGEST_NAME) return invalid([{ path: 'name', code: 'too-long', data: { max: LONGEST_NAME } }]);
    if (hasForbiddenCharacters(name)) return invalid([{ path: 'name', code: 'forbidden-characters' }]);
    const locale = input.locale ?? actor.locale;
    if (!isLocale(locale)) return invalid([{ path: 'locale', code: 'locale-unknown' }]);
    const request = { principal: actor.principal, operation: 'inviteStaff', key, arguments: input };
    return this.work.run(async (tx): Promise<{ grant: RoleGrant } | Refusal> => {
      const invited = await once(tx, request, async () => {
        const { id, accountId } = await this.grants.within(tx, actor, input);
        const account = await this.accounts.byId(tx.em, accountId);
        if (account === null) throw new Error('the account of a grant is not there');
        await this.invitations.write(tx, account, name, locale);
        return { grantId: id };
      });
      if (isRefusal(invited)) return invited;
      const grant = await tx.em.findOneBy(RoleGrant, { id: invited.grantId });
      return grant === null ? refuse('role.unknown') : { grant };
    });
  }
}
