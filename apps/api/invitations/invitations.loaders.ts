import { Delegations, Invitations } from '#invitations';
import type { Delegation, DelegationQuota, Invitation, InvitationAnswer } from '#invitations';
import type { DelegationId, InvitationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Registrations } from '#registration';
import type { Registration } from '#registration';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const invitationById = defineLoader<InvitationId, Invitation | null>('invitationById', () => null);
/** Oldest first. */
export const historyOfInvitation = defineLoader<InvitationId, readonly InvitationAnswer[]>('historyOfInvitation', () => []);
/** Registrations that came by an invitation, newest first, before asking who may see them. */
export const registrationsOfInvitation = defineLoader<InvitationId, readonly Registration[]>('registrationsOfInvitation', () => []);
export const delegationById = defineLoader<DelegationId, Delegation | null>('delegationById', () => null);
export const quotasOfDelegation = defineLoader<DelegationId, readonly DelegationQuota[]>('quotasOfDelegation', () => []);

/** Reads invitations and delegations, many at once. */
@Injectable()
export class InvitationsLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, invitations: Invitations, delegations: Delegations, registrations: Registrations) {
    const em = work.reader;
    registry.serve(invitationById, async (ids) => mapById(await invitations.byIds(em, ids)));
    registry.serve(historyOfInvitation, async (ids) => Map.groupBy(await invitations.historyOf(em, ids), ({ invitationId }) => invitationId));
    registry.serve(registrationsOfInvitation, async (ids) => {
      const all = await registrations.ofInvitations(em, ids);
      return new Map(ids.map((id) => [id, all.filter(({ invitationId }) => invitationId === id)]));
    });
    registry.serve(delegationById, async (ids) => mapById(await delegations.byIds(em, ids)));
    registry.serve(quotasOfDelegation, async (ids) => Map.groupBy(await delegations.quotasOf(em, ids), ({ delegationId }) => delegationId));
  }
}
