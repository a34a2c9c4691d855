import type { ConferenceId, DepartureId, RegistrationId } from '#kernel';
import { fact } from '#platform';

interface OfDeparture {
  readonly registrationId: RegistrationId;
  readonly departureId: DepartureId;
  readonly conferenceId: ConferenceId;
}

/** A registration has a seat. */
export const departureBooked = fact<OfDeparture>('visits.departure-booked');

/** A registration gave a seat, a turn or an offer back. */
export const bookingCancelled = fact<OfDeparture>('visits.booking-cancelled');

/** A registration left one departure for another, in one step. */
export const departureSwapped = fact<OfDeparture & { readonly fromDepartureId: DepartureId }>('visits.departure-swapped');

/** A departure will not take place; everybody's seat on it was freed. */
export const departureCancelled = fact<{ readonly departureId: DepartureId; readonly conferenceId: ConferenceId }>('visits.departure-cancelled');
