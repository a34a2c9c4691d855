/** What has places: a category of registrations, a forum, a departure of a visit. */
export const POOL_KINDS = ['CATEGORY', 'FORUM', 'DEPARTURE'] as const;
export type PoolKind = (typeof POOL_KINDS)[number];

/** HELD until something is decided or it expires; CONFIRMED once it is. */
export const PLACE_STATES = ['HELD', 'CONFIRMED'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** How a registration stands to a pool. */
export type StandingState = PlaceState | 'WAITING' | 'OFFERED';

/** An OPEN offer takes its places; each of the others is final. */
export const OFFER_STATES = ['OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'] as const;
export type OfferState = (typeof OFFER_STATES)[number];
