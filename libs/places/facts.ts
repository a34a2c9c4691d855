import type { OfferId, PoolId, RegistrationId } from '#kernel';
import { fact } from '#platform';

/** A freed place is offered to the next in the line. */
export const placesOffered = fact<{ offerId: OfferId }>('places.offered');

/** An offer ended without an answer. */
export const offerExpired = fact<{ offerId: OfferId }>('places.offer-expired');

/** A held place ended without a decision. */
export const holdExpired = fact<{ holder: RegistrationId; poolId: PoolId }>('places.hold-expired');
