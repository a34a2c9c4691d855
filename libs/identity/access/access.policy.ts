import { refuse } from '#kernel';
import type { AccountId, ConferenceId, DelegationId, ForumId, Refusal, SeriesId } from '#kernel';
import type { Actor, Grant } from './actor.js';
import { PERMISSIONS_OF } from './roles.js';
import type { Permission } from './roles.js';

/** Where something lies: give every part that is known, since a role on the series counts for its conferences only if both are named. */
export interface Scope {
  readonly seriesId?: SeriesId;
  readonly conferenceId?: ConferenceId;
  readonly forumId?: ForumId;
  readonly delegationId?: DelegationId;
}

export type Denial = Refusal<'access.denied' | 'access.sign-in-needed' | 'access.second-factor-needed'>;

/** Whether a grant reaches the scope: the installation reaches everything, any other only what it names. */
export function covers(grant: Grant, scope: Scope): boolean {
  switch (grant.scopeKind) {
    case 'INSTALLATION': return true;
    case 'SERIES': return grant.scopeId !== null && grant.scopeId === scope.seriesId;
    case 'CONFERENCE': return grant.scopeId !== null && grant.scopeId === scope.conferenceId;
    case 'FORUM': return grant.scopeId !== null && grant.scopeId === scope.forumId;
    case 'DELEGATION': return grant.scopeId !== null && grant.scopeId === scope.delegationId;
  }
}

/** Whether the actor may do something there. Denied unless a grant that reaches the scope carries the permission. */
export function may(actor: Actor, permission: Permission, scope: Scope): boolean {
  return actor.grants.some((grant) => PERMISSIONS_OF[grant.role].includes(permission) && covers(grant, scope));
}

/**
 * Whether the actor may do something in a conference or in a part of it, as one forum: what all of its staff may know,
 * whatever their part. What is changed asks `may` with the part itself.
 */
export function mayWithin(actor: Actor, permission: Permission, scope: Scope & { readonly conferenceId: ConferenceId }): boolean {
  return may(actor, permission, scope) || scopesOf(actor, permission).some(({ conferenceId }) => conferenceId === scope.conferenceId);
}

/** Whether the actor holds a permission in any scope at all: the first gate of an operation, never the last. */
export function mayAnywhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => PERMISSIONS_OF[grant.role].includes(permission));
}

/** The scopes in which the actor holds a permission, for lists that show all that someone may see. */
export function scopesOf(actor: Actor, permission: Permission): readonly Grant[] {
  return actor.grants.filter((grant) => PERMISSIONS_OF[grant.role].includes(permission));
}

/**
 * The account whose own affairs the actor may settle: that of somebody who signed in. A token acts by its role only, so
 * that a weak one does not become its maker.
 */
export function ownAccountOf({ kind, accountId }: Actor): AccountId | null {
  return kind === 'ACCOUNT' ? accountId : null;
}

export function isSignedIn(actor: Actor): boolean {
  return actor.kind !== 'ANONYMOUS';
}

/** The refusal of what the actor may not do; it says what would help, never what lies behind. */
export function denied(actor: Actor): Denial {
  if (!isSignedIn(actor)) return refuse('access.sign-in-needed');
  return refuse(actor.lacksSecondFactor === true ? 'access.second-factor-needed' : 'access.denied');
}
