import type { CategoryId, ConferenceId, RegistrationId } from '#kernel';
import { fact } from '#platform';
import type { FactDeclaration } from '#platform';
import type { RegistrationState } from './registration.status.js';

/** What a fact about a registration says: ids only. */
export interface RegistrationMoved {
  readonly registrationId: RegistrationId;
  readonly conferenceId: ConferenceId;
  readonly categoryId: CategoryId;
}

/** Submitted and a place is held while staff decide. */
export const registrationReceived = fact<RegistrationMoved>('registration.received');
export const registrationConfirmed = fact<RegistrationMoved>('registration.confirmed');
export const registrationWaitlisted = fact<RegistrationMoved>('registration.waitlisted');
export const registrationDeclined = fact<RegistrationMoved>('registration.declined');
export const registrationWithdrawn = fact<RegistrationMoved>('registration.withdrawn');
export const registrationCancelled = fact<RegistrationMoved>('registration.cancelled');

/** The fact that arriving in a state is; drafts and the instant of submitting are nobody's business. */
export function factOf(state: RegistrationState): FactDeclaration<RegistrationMoved> | undefined {
  switch (state) {
    case 'IN_REVIEW': return registrationReceived;
    case 'CONFIRMED': return registrationConfirmed;
    case 'WAITLISTED': return registrationWaitlisted;
    case 'DECLINED': return registrationDeclined;
    case 'WITHDRAWN': return registrationWithdrawn;
    case 'CANCELLED': return registrationCancelled;
    case 'DRAFT':
    case 'SUBMITTED': return undefined;
  }
}
