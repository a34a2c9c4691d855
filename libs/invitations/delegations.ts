import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { AccountId, ConferenceId, DelegationId, Page, PageRequest, Refusal } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { DelegationQuota } from './delegation-quota.entity.js';
import { Delegation } from './delegation.entity.js';
import { Invitation } from './invitation.entity.js';
import { Quotas } from './quotas.js';

/** The door to delegations for the rooms above. */
@Injectable()
export class Delegations {
  constructor(private readonly quotas: Quotas) {}

  byId(em: EntityManager, id: DelegationId): Promise<Delegation | null> {
    return isId(id) ? em.findOneBy(Delegation, { id }) : Promise.resolve(null);
  }

  /** In no particular order; unknown ids are left out. */
  byIds(em: EntityManager, ids: readonly DelegationId[]): Promise<Delegation[]> {
    return em.findBy(Delegation, { id: In([...ids]) });
  }

  /** Those that an account heads, newest first. */
  headedBy(em: EntityManager, accountId: AccountId): Promise<Delegation[]> {
    return em.find(Delegation, { where: { headAccountId: accountId }, order: { id: 'DESC' } });
  }

  /** A conference's delegations, newest first. */
  async page(em: EntityManager, conferenceId: ConferenceId, request: PageRequest): Promise<Page<Delegation> | Refusal<'cursor.malformed'>> {
    const [after] = request.after === undefined ? [] : decodeCursor(request.after, 1) ?? [null];
    if (after !== undefined && (typeof after !== 'string' || !isId(after))) return refuse('cursor.malformed');
    const where = { conferenceId, ...(after === undefined ? {} : { id: LessThan(after as DelegationId) }) };
    return pageOf(await em.find(Delegation, { where, order: { id: 'DESC' }, take: request.first + 1 }), request, ({ id }) => [id]);
  }

  count(em: EntityManager, conferenceId: ConferenceId): Promise<number> {
    return em.countBy(Delegation, { conferenceId });
  }

  quotasOf(em: EntityManager, ids: readonly DelegationId[]): Promise<DelegationQuota[]> {
    return this.quotas.ofDelegations(em, ids);
  }

  /** The invitations into delegations, newest first. */
  invitationsOf(em: EntityManager, ids: readonly DelegationId[]): Promise<Invitation[]> {
    return em.find(Invitation, { where: { delegationId: In([...ids]) }, order: { id: 'DESC' } });
  }
}
