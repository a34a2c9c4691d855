import { invalid, isId, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { denied, may } from './access.policy.js';
import type { Denial } from './access.policy.js';
import type { Actor } from './actor.js';
import { isLastOwner, revokeTokensBeyondRoles } from './losing-roles.js';
import { RoleGrant } from './role-grant.entity.js';
import type { RoleGrantId } from './role-grant.entity.js';
import { ROLES_IN } from './roles.js';
import type { Role } from './roles.js';
import { ScopeDirectory } from './scope-directory.js';

export type ChangeRefusal = Refusal<'role.unknown' | 'role.last-owner' | 'role.held-already' | 'input.invalid'> | Denial;

/** Puts another role in a role's place, in the same scope and at one moment: nobody is without either in between. */
@Injectable()
export class ChangeRole {
  constructor(private readonly work: UnitOfWork, private readonly audit: Audit, private readonly directory: ScopeDirectory) {}

  async run(actor: Actor, id: string, role: Role): Promise<RoleGrant | ChangeRefusal> {
    const grant = isId(id) ? await this.work.reader.findOneBy(RoleGrant, { id: id as RoleGrantId }) : null;
    const scope = grant === null ? undefined : await this.directory.whole({ kind: grant.scopeKind, id: grant.scopeId });
    if (grant === null) return may(actor, 'roles.grant', {}) ? refuse('role.unknown') : denied(actor);
    if (!may(actor, 'roles.grant', scope ?? {})) return denied(actor);
    if (!ROLES_IN[grant.scopeKind].includes(role)) return invalid([{ path: 'role', code: 'role-not-here' }]);
    if (grant.role === role) return grant;
    return this.work.run(async (tx): Promise<RoleGrant | ChangeRefusal> => {
      if (await isLastOwner(tx, grant)) return refuse('role.last-owner');
      const changed = await tx.query(
        `UPDATE role_grant g SET role = $2, granted_by = $3 WHERE id = $1 AND role = $4 AND NOT EXISTS (
           SELECT 1 FROM role_grant h WHERE h.account_id = g.account_id AND h.role = $2 AND h.scope_kind = g.scope_kind AND h.scope_id IS NOT DISTINCT FROM g.scope_id)
         RETURNING id`,
        [grant.id, role, actor.principal, grant.role],
      );
      if (changed.length === 0) return refuse((await tx.em.existsBy(RoleGrant, { id: grant.id, role: grant.role })) ? 'role.held-already' : 'role.unknown');
      const revokedTokens = await revokeTokensBeyondRoles(tx, grant);
      await this.audit.write(tx, {
        actor, action: 'role.changed', subjectKind: 'account', subjectId: grant.accountId, ...(grant.conferenceId === null ? {} : { conferenceId: grant.conferenceId }),
        data: { role, before: grant.role, scopeKind: grant.scopeKind, scopeId: grant.scopeId, revokedTokens },
      });
      return tx.em.findOneByOrFail(RoleGrant, { id: grant.id });
    });
  }
}
