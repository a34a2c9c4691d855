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
