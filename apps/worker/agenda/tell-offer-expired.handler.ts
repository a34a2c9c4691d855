import { TellOfferExpired, tellOfferExpired } from '#agenda';
import type { OfferId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Does what follows from an offer that nobody answered. */
@Handles(tellOfferExpired)
export class TellOfferExpiredHandler implements JobHandler<{ offerId: OfferId }> {
  constructor(private readonly tell: TellOfferExpired) {}

  async handle({ offerId }: { offerId: OfferId }): Promise<void> {
    await this.tell.run(offerId);
  }
}
