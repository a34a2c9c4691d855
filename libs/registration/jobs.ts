import type { AccountId } from '#kernel';
import { job } from '#platform';

/** Lets registrations follow the new address of the account that manages them. */
export const followAddress = job<{ accountId: AccountId }>('registration.follow-address', { queue: 'work', attempts: 10 });
