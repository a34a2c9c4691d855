import { holdExpired } from '#places';
import { reaction } from '#platform';
import type { Reaction } from '#platform';
import { tellHoldExpired } from '#visits';

/** Who held seats and let the hold pass is told. */
export const visitsReactions: readonly Reaction[] = [
  reaction(holdExpired, tellHoldExpired, ({ placeId, holder, poolId }) => ({ placeId, holder, poolId })),
];
