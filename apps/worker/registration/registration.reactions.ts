import { accountAddressChanged } from '#identity';
import { reaction } from '#platform';
import type { Reaction } from '#platform';
import { followAddress } from '#registration';

/** Whose address changed is written to at the new one. */
export const registrationReactions: readonly Reaction[] = [
  reaction(accountAddressChanged, followAddress, ({ accountId }) => ({ accountId })),
];
