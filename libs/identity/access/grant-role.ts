import { invalid, newId } from '#kernel';
import type { FieldProblem, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/accounts.js';
import { parseEmail } from '../accounts/email.js';
import { Audit } from '../audit/audit.js';
import { denied, may } from './access.policy.js';
import type { Denial } from './access.policy.js';
import type { Actor } from './actor.js';
import { RoleGrant } from './role-grant.entity.js';
import { ROLES_IN } from './roles.js';
import type { Role } from './roles.js';
import { ScopeDirectory } from './scope-directory.js';
import type { ScopeName } from './scope-directory.js';

export interface NewGrant {
  readonly email: string;
  readonly role: Role;
  readonly scope: ScopeName;
}

/** Gives a role in a scope to an address, which need not have signed in before. Given twice, it is held once. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly directory: ScopeDirectory,
  ) {}

  async run(actor: Actor, input: NewGrant): Promise<RoleGrant | Refusal<'input.invalid'> | Denial> {
    const refusal = await this.check(actor, input);
    if (refusal !== undefined) return refusal;
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  /** What stands against it: for verbs that grant within a transaction of their own, asked before. */
  async check(actor: Actor, { email, role, scope }: NewGrant): Promise<Refusal<'input.invalid'> | Denial | undefined> {
    const whole = await this.directory.whole(scope);
    if (!may(actor, 'roles.grant', whole ?? {})) return denied(actor);
    const problems: FieldProblem[] = [];
    if (parseEmail(email) === undefined) problems.push({ path: 'email', code: 'email.malformed' });
    if (!ROLES_IN[scope.kind].includes(role)) problems.push({ path: 'role', code: 'role-not-here' });
    if (whole === undefined) problems.push({ path: 'scope', code: 'scope-unknown' });
    return problems.length > 0 ? invalid(problems) : undefined;
  }

  /** Grants what `check` found nothing against. */
  async within(tx: Tx, actor: Actor, { email, role, scope }: NewGrant): Promise<RoleGrant> {
    const whole = await this.directory.whole(scope);
    const account = await this.accounts.findOrCreate(tx, parseEmail(email) ?? email, { locale: actor.locale });
    const rows = await tx.query(
      `INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, conference_id, granted_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT role_grant_once DO NOTHING RETURNING id`,
      [newId(), account.id, role, scope.kind, scope.id, whole?.conferenceId ?? null, actor.principal],
    );
    if (rows.length > 0) {
      await this.audit.write(tx, {
        actor, action: 'role.granted', subjectKind: 'account', subjectId: account.id, ...(whole?.conferenceId === undefined ? {} : { conferenceId: whole.conferenceId }),
        data: { role, scopeKind: scope.kind, scopeId: scope.id },
      });
    }
    const held = await tx.em.findBy(RoleGrant, { accountId: account.id, role, scopeKind: scope.kind });
    const grant = held.find(({ scopeId }) => scopeId === scope.id);
    if (grant === undefined) throw new Error('a role that was granted is not there');
    return grant;
  }
}
