import { tellOffer, tellOfferExpired, tellTurnSkipped } from '#agenda';
import { offerExpired, placesOffered, turnSkipped } from '#places';
import { reaction } from '#platform';
import type { Reaction } from '#platform';

/** Who is offered a place is told, and so is who let an offer pass. */
export const agendaReactions: readonly Reaction[] = [
  reaction(placesOffered, tellOffer, ({ offerId }) => ({ offerId })),
  reaction(offerExpired, tellOfferExpired, ({ offerId }) => ({ offerId })),
  reaction(turnSkipped, tellTurnSkipped, ({ entryId, holder, poolId }) => ({ entryId, holder, poolId })),
];
