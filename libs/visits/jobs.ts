import type { PlaceId, PoolId, RegistrationId } from '#kernel';
import { job } from '#platform';
import type { DepartureNoticeId } from './departure-notice.entity.js';

/** Writes to those whom a change of a departure concerns, a batch at a time. */
export const tellDepartureNotice = job<{ noticeId: DepartureNoticeId }>('visits.tell-notice', { queue: 'work', attempts: 10 });

/** Writes to whoever held a seat and did not decide in time. */
export const tellHoldExpired = job<{ placeId: PlaceId; holder: RegistrationId; poolId: PoolId }>('visits.tell-hold-expired', { queue: 'work', attempts: 10 });
