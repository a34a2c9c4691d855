import { isId, refuse } from '#kernel';
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
import { ScopeDirectory } from './scope-directory.js';

export type RevokeRefusal = Refusal<'role.unknown' | 'role.last-owner'> | Denial;

/** Takes a role back, and with it the account's API tokens that could do more than the account now can. */
@Injectable()
export class RevokeRole {
  constructor(private readonly work: UnitOfWork, private readonly audit: Audit, private readonly directory: ScopeDirectory) {}

  async run(actor: Actor, id: string): Promise<RoleGrant | RevokeRefusal> {
    const grant = isId(id) ? await this.work.reader.findOneBy(RoleGrant, { id: id as RoleGrantId }) : null;
    const scope = grant === null ? undefined : await this.directory.whole({ kind: grant.scopeKind, id: grant.scopeId });
    if (grant === null) return may(actor, 'roles.grant', {}) ? refuse('role.unknown') : denied(actor);
    if (!may(actor, 'roles.grant', scope ?? {})) return denied(actor);
    return this.work.run(async (tx): Promise<RoleGrant | RevokeRefusal> => {
      if (await isLastOwner(tx, grant)) return refuse('role.last-owner');
      const gone = await tx.query('DELETE FROM role_grant WHERE id = $1 RETURNING id', [grant.id]);
      if (gone.length === 0) return refuse('role.unknown');
      const revokedTokens = await revokeTokensBeyondRoles(tx, grant);
      await this.audit.write(tx, {
        actor, action: 'role.revoked', subjectKind: 'account', subjectId: grant.accountId, ...(grant.conferenceId === null ? {} : { conferenceId: grant.conferenceId }),
        data: { role: grant.role, scopeKind: grant.scopeKind, scopeId: grant.scopeId, revokedTokens },
      });
      return grant;
    });
  }
}
