import { isId, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { denied, may } from './access.policy.js';
import type { Denial } from './access.policy.js';
import type { Actor } from './actor.js';
import { RoleGrant } from './role-grant.entity.js';
import type { RoleGrantId } from './role-grant.entity.js';
import { PERMISSIONS_OF } from './roles.js';
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
      if (await this.isLastOwner(tx, grant)) return refuse('role.last-owner');
      const gone = await tx.query('DELETE FROM role_grant WHERE id = $1 RETURNING id', [grant.id]);
      if (gone.length === 0) return refuse('role.unknown');
      const revokedTokens = await revokeTokensBeyondRoles(tx, grant);
      await this.audit.write(tx, {
        actor, action: 'role.revoked', subjectKind: 'account', subjectId: grant.accountId,
        data: { role: grant.role, scopeKind: grant.scopeKind, scopeId: grant.scopeId, revokedTokens },
      });
      return grant;
    });
  }

  // The owners' rows are locked, so that two owners cannot take each other's role at the same moment.
  private async isLastOwner(tx: Tx, grant: RoleGrant): Promise<boolean> {
    if (grant.role !== 'OWNER' || grant.scopeKind !== 'INSTALLATION') return false;
    const owners = await tx.query("SELECT id FROM role_grant WHERE role = 'OWNER' AND scope_kind = 'INSTALLATION' ORDER BY id FOR UPDATE");
    return owners.length <= 1;
  }
}

/** Only a grant of OWNER lets one make tokens, so a token stands as long as its account owns the token's scope or the installation. */
async function revokeTokensBeyondRoles(tx: Tx, lost: RoleGrant): Promise<number> {
  if (!PERMISSIONS_OF[lost.role].includes('tokens.manage')) return 0;
  const rows = await tx.query(
    `UPDATE api_token t SET revoked_at = now()
     WHERE t.account_id = $1 AND t.revoked_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM role_grant g WHERE g.account_id = t.account_id AND g.role = 'OWNER'
         AND (g.scope_kind = 'INSTALLATION' OR (g.scope_kind = t.scope_kind AND g.scope_id IS NOT DISTINCT FROM t.scope_id)))
     RETURNING id`,
    [lost.accountId],
  );
  return rows.length;
}
