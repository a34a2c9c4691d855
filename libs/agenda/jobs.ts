import type { OfferId } from '#kernel';
import { job } from '#platform';
import type { SkippedTurn } from './tell-turn-skipped.js';

/** Writes the letter that a freed place is offered. */
export const tellOffer = job<{ offerId: OfferId }>('agenda.tell-offer', { queue: 'work', attempts: 10 });

/** Writes the letter that an offer has ended, and ends the registration that was waiting for its category. */
export const tellOfferExpired = job<{ offerId: OfferId }>('agenda.tell-offer-expired', { queue: 'work', attempts: 10 });

/** Writes the letter that a turn in a line has ended. */
export const tellTurnSkipped = job<SkippedTurn>('agenda.tell-turn-skipped', { queue: 'work', attempts: 10 });

/** Writes the letter that what someone waited for is over, and ends the registration that was waiting for its category. */
export const tellLineClosed = job<SkippedTurn>('agenda.tell-line-closed', { queue: 'work', attempts: 10 });
