import type { OfferId, PlaceId, PoolId, RegistrationId, WaitlistEntryId } from '#kernel';
import { fact } from '#platform';

/** A freed place is offered to the next in the line. */
export const placesOffered = fact<{ offerId: OfferId }>('places.offered');

/** Whose turn it was, but who may no longer have the place, for the reason that the room's rule gave. */
export const turnSkipped = fact<{ entryId: WaitlistEntryId; holder: RegistrationId; poolId: PoolId; reason: string }>('places.turn-skipped');

/** An offer ended without an answer. */
export const offerExpired = fact<{ offerId: OfferId }>('places.offer-expired');

/** A held place ended without a decision. */
export const holdExpired = fact<{ placeId: PlaceId; holder: RegistrationId; poolId: PoolId }>('places.hold-expired');

/** Someone waited until the pool was over; the turn is gone. */
export const lineClosed = fact<{ entryId: WaitlistEntryId; holder: RegistrationId; poolId: PoolId }>('places.line-closed');
