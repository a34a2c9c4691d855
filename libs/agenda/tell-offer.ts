import type { OfferId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { placeOfferedLetter } from './mails/place-offered.mail.js';
import { OfferLetters } from './offer-letters.js';

/** Writes the letter that a freed place is offered; none where the offer was answered or has ended meanwhile. */
@Injectable()
export class TellOffer {
  constructor(private readonly work: UnitOfWork, private readonly letters: OfferLetters) {}

  async run(offerId: OfferId): Promise<void> {
    await this.work.run(async (tx) => {
      const told = await this.letters.read(tx, offerId);
      if (told?.offer.state === 'OPEN') await this.letters.write(tx, placeOfferedLetter, told, offerId);
    });
  }
}
