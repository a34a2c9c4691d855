import type { AccountId } from '#kernel';
import { fact } from '#platform';

/** An account signs in with another address now; whoever keeps a copy of it follows. */
export const accountAddressChanged = fact<{ accountId: AccountId }>('account.address-changed');
