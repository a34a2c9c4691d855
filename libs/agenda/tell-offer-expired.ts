import { systemActor } from '#identity';
import { isRefusal } from '#kernel';
import type { OfferId } from '#kernel';
import { isOver, Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { AnswerCategoryOffer, registrationStates, Registrations } from '#registration';
import { Injectable } from '@nestjs/common';
import { offerExpiredLetter } from './mails/offer-expired.mail.js';
import { OfferLetters } from './offer-letters.js';
import type { ToldOffer } from './offer-letters.js';

/**
 * What follows from an offer that nobody answered: its letter, and for the place of a category the end of the
 * registration that waited for it, both in one commit.
 */
@Injectable()
export class TellOfferExpired {
  constructor(
    private readonly work: UnitOfWork, private readonly letters: OfferLetters, private readonly registrations: Registrations,
    private readonly places: Places, private readonly categories: AnswerCategoryOffer,
  ) {}

  async run(offerId: OfferId): Promise<void> {
    await this.work.run(async (tx) => {
      const told = await this.letters.read(tx, offerId);
      if (told?.offer.state !== 'EXPIRED') return;
      const key = told.pool.kind === 'CATEGORY' ? await this.endRegistration(tx, told) : offerId;
      const lineIsOver = isOver(told.pool, told.offer.closedAt ?? told.offer.expiresAt);
      if (key !== undefined) await this.letters.write(tx, offerExpiredLetter, { ...told, props: { ...told.props, lineIsOver } }, key);
    });
  }

  /** @returns the move that ended it, which is the letter's key; nothing where it had ended before, with a letter of its own */
  private async endRegistration(tx: Tx, { offer }: ToldOffer): Promise<string | undefined> {
    const locked = await this.registrations.lockForVerb(tx, systemActor, offer.holderId, { states: registrationStates });
    if (isRefusal(locked) || locked.registration.state !== 'WAITLISTED') return undefined;
    const standings = await this.places.standings(tx.em, [offer.holderId]);
    if (standings.some(({ poolId }) => poolId === offer.poolId)) return offer.id;
    const moved = await this.categories.expired(tx, locked);
    return isRefusal(moved) ? undefined : moved.transitionId;
  }
}
