import { isLive } from './registration.status.js';
import type { RegistrationState } from './registration.status.js';

/**
 * The registration that is meant where an account with several people asks for its own: a confirmed one, then one that
 * waits for something, then a draft, then one that has ended; of equals the first, which lists give as the newest.
 */
export function preferredRegistration<R extends { readonly state: RegistrationState }>(registrations: readonly R[]): R | undefined {
  return registrations.toSorted((a, b) => rank(a.state) - rank(b.state))[0];
}

function rank(state: RegistrationState): number {
  if (state === 'CONFIRMED') return 0;
  if (isLive(state)) return 1;
  return state === 'DRAFT' ? 2 : 3;
}
