import type { AccountId, ApiTokenId, ConferenceId } from '#kernel';
import type { Role, ScopeKind } from './roles.js';

/** A role that holds in a scope; `scopeId` is null for the installation only. */
export interface Grant {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string | null;
  /** The conference that the scope is or lies in; null for what is wider. */
  readonly conferenceId?: ConferenceId | null;
}

/** Who asks: passed by hand to every use case, never looked up inside one. */
export interface Actor {
  readonly kind: 'ANONYMOUS' | 'ACCOUNT' | 'TOKEN' | 'SYSTEM';
  /** The account that signed in, or that an API token belongs to. */
  readonly accountId: AccountId | null;
  readonly tokenId: ApiTokenId | null;
  readonly email: string | null;
  /** Grants that count in this request: a staff role does not count before the second factor is proven. */
  readonly grants: readonly Grant[];
  /** 'account:<id>', 'token:<id>', 'address:<ip>' or 'system': under this name idempotency keys and limits are counted. */
  readonly principal: string;
  /** Language of answers to this actor, BCP 47. */
  readonly locale: string;
  /** True for a staff sign-in whose roles are held back until a second factor is enrolled and proven. */
  readonly lacksSecondFactor?: boolean;
  /** The sign-in that asks, for ending it; absent for tokens. */
  readonly signIn?: { readonly kind: 'LINK' | 'STAFF'; readonly id: string };
}

/** Someone who is not signed in, known by the address of the connection only. */
export function anonymousActor(address: string, locale: string): Actor {
  return { kind: 'ANONYMOUS', accountId: null, tokenId: null, email: null, grants: [], principal: `address:${address}`, locale };
}

/** An account that signed in, with the grants that count. */
export function accountActor(account: { id: AccountId; email: string; locale: string }, grants: readonly Grant[] = []): Actor {
  return { kind: 'ACCOUNT', accountId: account.id, tokenId: null, email: account.email, grants, principal: `account:${account.id}`, locale: account.locale };
}

/** The house itself: sweeps and reactions in the worker. It may do everything, so it is never made from a request. */
export const systemActor: Actor = {
  kind: 'SYSTEM',
  accountId: null,
  tokenId: null,
  email: null,
  grants: [{ role: 'OWNER', scopeKind: 'INSTALLATION', scopeId: null }],
  principal: 'system',
  locale: 'en',
};
