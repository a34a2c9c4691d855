import { TellOffer, tellOffer } from '#agenda';
import type { OfferId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Writes the letter of an offer. */
@Handles(tellOffer)
export class TellOfferHandler implements JobHandler<{ offerId: OfferId }> {
  constructor(private readonly tell: TellOffer) {}

  async handle({ offerId }: { offerId: OfferId }): Promise<void> {
    await this.tell.run(offerId);
  }
}
