import { scopeOf } from '#conferences';
import { emailKey, may, ownAccountOf } from '#identity';
import type { Actor } from '#identity';
import type { ConferenceId, DelegationId, SeriesId } from '#kernel';

interface OfConference {
  readonly id: ConferenceId;
  readonly seriesId: SeriesId;
}

export function mayReadInvitations(actor: Actor, conference: OfConference): boolean {
  return may(actor, 'invitations.read', scopeOf(conference));
}

export function mayEditInvitations(actor: Actor, conference: OfConference): boolean {
  return may(actor, 'invitations.edit', scopeOf(conference));
}

/** Makes delegations, names their heads and sets their quotas. */
export function mayEditDelegations(actor: Actor, conference: OfConference): boolean {
  return may(actor, 'delegations.edit', scopeOf(conference));
}

/** Registers and invites within one delegation: its head, and the staff of the conference who may. */
export function mayManageDelegation(actor: Actor, conference: OfConference, delegationId: DelegationId): boolean {
  return may(actor, 'delegation.manage', { ...scopeOf(conference), delegationId });
}

/** As `mayManageDelegation`, but by the role on the delegation alone: what only its own head is. */
export function isHeadOf(actor: Actor, delegationId: DelegationId | null): boolean {
  return delegationId !== null && may(actor, 'delegation.manage', { delegationId }) && actor.grants.some((grant) => grant.scopeKind === 'DELEGATION' && grant.scopeId === delegationId);
}

/** Whether the actor signed in with the invited address. */
export function isInvited(actor: Actor, { addressKey }: { readonly addressKey: string }): boolean {
  return ownAccountOf(actor) !== null && actor.email !== null && emailKey(actor.email) === addressKey;
}
