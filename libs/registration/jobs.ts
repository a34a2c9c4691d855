import type { AccountId, RegistrationId } from '#kernel';
import { job } from '#platform';
import type { RegistrationRunId } from './runs/run.entity.js';

/** Lets registrations follow the new address of the account that manages them. */
export const followAddress = job<{ accountId: AccountId }>('registration.follow-address', { queue: 'work', attempts: 10 });

/** Sends the way back to a draft that was not handed in for a while. */
export const remindOfDraft = job<{ registrationId: RegistrationId }>('registration.remind-of-draft', { queue: 'work', attempts: 10 });

/** Carries out a decision over many registrations; it may run for minutes. */
export const carryOnRun = job<{ runId: RegistrationRunId }>('registration.carry-on-run', { queue: 'work', attempts: 20 });
