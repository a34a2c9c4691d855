import { newId } from '#kernel';
import type { AccountId, ConferenceId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import type { Actor } from './actor.js';
import type { Role } from './roles.js';
import type { ScopeName } from './scope-directory.js';

/** A role on a part of a conference. */
export interface PartRole {
  readonly accountId: AccountId;
  readonly role: Role;
  readonly scope: ScopeName;
  readonly conferenceId: ConferenceId;
}

/**
 * Roles that go with a part of a conference, such as that of the head with the delegation: given and taken by the verb
 * that says whose part it is, in its transaction. Whether the actor may say so is that verb's to check.
 */
@Injectable()
export class PartRoles {
  constructor(private readonly audit: Audit) {}

  /** Given twice, it is held once. */
  async give(tx: Tx, actor: Actor, { accountId, role, scope, conferenceId }: PartRole): Promise<void> {
    const rows = await tx.query(
      `INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, conference_id, granted_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT role_grant_once DO NOTHING RETURNING id`,
      [newId(), accountId, role, scope.kind, scope.id, conferenceId, actor.principal],
    );
    if (rows.length > 0) await this.note(tx, actor, 'role.granted', { accountId, role, scope, conferenceId });
  }

  async take(tx: Tx, actor: Actor, part: PartRole): Promise<void> {
    const { accountId, role, scope } = part;
    const rows = await tx.query('DELETE FROM role_grant WHERE account_id = $1 AND role = $2 AND scope_kind = $3 AND scope_id = $4 RETURNING id', [accountId, role, scope.kind, scope.id]);
    if (rows.length > 0) await this.note(tx, actor, 'role.revoked', part);
  }

  private note(tx: Tx, actor: Actor, action: string, { accountId, role, scope, conferenceId }: PartRole): Promise<void> {
    return this.audit.write(tx, { actor, action, subjectKind: 'account', subjectId: accountId, conferenceId, data: { role, scopeKind: scope.kind, scopeId: scope.id } });
  }
}
