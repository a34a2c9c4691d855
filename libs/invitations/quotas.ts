import type { CategoryId, DelegationId, Refusal } from '#kernel';
import { refuse } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { DelegationQuota } from './delegation-quota.entity.js';
import { InvitationGuards } from './invitation-guards.js';
import { rightfulStates } from './invitation.status.js';

export type QuotaRefusal = Refusal<'delegation.full' | 'delegation.not-for-category'>;

const LOCK = 'SELECT category_id FROM delegation_quota WHERE delegation_id = ANY($1::uuid[]) ORDER BY delegation_id, category_id FOR NO KEY UPDATE';

// A live registration has a name; so has each place that an invitation still keeps for whom it was written to.
const SETTLE = `
  WITH kept AS (
    SELECT delegation_id, category_id, sum(places - used) AS n FROM invitation
    WHERE delegation_id = ANY($1::uuid[]) AND state = ANY($2::text[]) GROUP BY 1, 2
    UNION ALL
    SELECT delegation_id, category_id, count(*) FROM invited_place WHERE delegation_id = ANY($1::uuid[]) GROUP BY 1, 2),
  now AS (SELECT delegation_id, category_id, sum(n)::int AS n FROM kept GROUP BY 1, 2)
  SELECT q.delegation_id AS "delegationId", coalesce(q.category_id, now.category_id) AS "categoryId", q.places, coalesce(now.n, 0) AS n
  FROM (SELECT * FROM delegation_quota WHERE delegation_id = ANY($1::uuid[])) q
  FULL JOIN now ON now.delegation_id = q.delegation_id AND now.category_id = q.category_id
  WHERE q.places IS NULL OR q.named <> coalesce(now.n, 0)`;
const WRITE = `
  UPDATE delegation_quota q SET named = t.n FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS t(delegation_id, category_id, n)
  WHERE q.delegation_id = t.delegation_id AND q.category_id = t.category_id`;

interface Settled {
  readonly delegationId: DelegationId | null;
  readonly categoryId: CategoryId;
  /** Null where the delegation has no quota for the category at all. */
  readonly places: number | null;
  readonly n: number;
}

/**
 * The places of delegations by category. Whoever names one (an invitation, a registration) locks the quota first, writes,
 * and settles: counted anew under the lock, so nothing drifts. Taken after an invitation's own row, which comes after
 * holders and pools.
 */
@Injectable()
export class Quotas {
  constructor(private readonly guards: InvitationGuards) {}

  /** Lets others who name places in these delegations wait until the commit. */
  async lock(tx: Tx, ids: readonly DelegationId[]): Promise<void> {
    if (ids.length > 0 && this.guards.quotaLock) await tx.query(LOCK, [ids]);
  }

  /** Counts the named places of locked delegations anew, or says which category has not so many. */
  async settle(tx: Tx, ids: readonly DelegationId[]): Promise<QuotaRefusal | undefined> {
    if (ids.length === 0) return undefined;
    const rows = await tx.query<Settled>(SETTLE, [ids, rightfulStates]);
    const strange = rows.find(({ places }) => places === null);
    if (strange !== undefined) return refuse('delegation.not-for-category', { categoryId: strange.categoryId });
    const over = rows.find(({ places, n }) => places !== null && n > places);
    if (over !== undefined) return refuse('delegation.full', { categoryId: over.categoryId, places: over.places });
    if (rows.length > 0) await tx.query(WRITE, [rows.map(({ delegationId }) => delegationId), rows.map(({ categoryId }) => categoryId), rows.map(({ n }) => n)]);
    return undefined;
  }

  ofDelegations(em: EntityManager, ids: readonly DelegationId[]): Promise<DelegationQuota[]> {
    return em.findBy(DelegationQuota, { delegationId: In([...ids]) });
  }
}
