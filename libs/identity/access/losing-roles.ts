import type { Tx } from '#platform';
import type { RoleGrant } from './role-grant.entity.js';
import { PERMISSIONS_OF } from './roles.js';

/** Whether the installation would be without an owner. The owners' rows are locked, so that two cannot take each other's role at the same moment. */
export async function isLastOwner(tx: Tx, grant: RoleGrant): Promise<boolean> {
  if (grant.role !== 'OWNER' || grant.scopeKind !== 'INSTALLATION') return false;
  const owners = await tx.query("SELECT id FROM role_grant WHERE role = 'OWNER' AND scope_kind = 'INSTALLATION' ORDER BY id FOR UPDATE");
  return owners.length <= 1;
}

/** Only a grant of OWNER lets one make tokens, so a token stands as long as its account owns the token's scope or the installation. */
export async function revokeTokensBeyondRoles(tx: Tx, lost: RoleGrant): Promise<number> {
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
