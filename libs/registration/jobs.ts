import type { AccountId, RegistrationId } from '#kernel';
import { job } from '#platform';

/** Lets registrations follow the new address of the account that manages them. */
export const followAddress = job<{ accountId: AccountId }>('registration.follow-address', { queue: 'work', attempts: 10 });

/** Sends the way back to a draft that was not handed in for a while. */
export const remindOfDraft = job<{ registrationId: RegistrationId }>('registration.remind-of-draft', { queue: 'work', attempts: 10 });
