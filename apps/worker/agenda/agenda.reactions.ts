import { tellLineClosed, tellOffer, tellOfferExpired, tellTurnSkipped } from '#agenda';
import { lineClosed, offerExpired, placesOffered, turnSkipped } from '#places';
import { reaction } from '#platform';
import type { Reaction } from '#platform';

/** Who is offered a place is told, and so is who let an offer pass, or waited in vain. */
export const agendaReactions: readonly Reaction[] = [
  reaction(placesOffered, tellOffer, ({ offerId }) => ({ offerId })),
  reaction(offerExpired, tellOfferExpired, ({ offerId }) => ({ offerId })),
  reaction(lineClosed, tellLineClosed, ({ entryId, holder, poolId }) => ({ entryId, holder, poolId })),
  reaction(turnSkipped, tellTurnSkipped, ({ entryId, holder, poolId }) => ({ entryId, holder, poolId })),
];
