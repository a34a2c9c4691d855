import { ExpireOffers } from '#places';
import { Sweep } from '#platform';
import type { Sweeper } from '#platform';

/** Every second: offers and holds whose time is over end, and their places go to the next. */
@Sweep({ name: 'places', everyMs: 1_000 })
export class SweepPlaces implements Sweeper {
  constructor(private readonly expire: ExpireOffers) {}

  async sweep(): Promise<void> {
    await this.expire.run();
  }
}
