import { Sweep } from '#platform';
import type { Sweeper } from '#platform';
import { SearchIndex } from '#registration';

/** Every second, so that what waits stays small: every search reads it. */
@Sweep({ name: 'registration.search-index', everyMs: 1_000 })
export class SweepSearchIndex implements Sweeper {
  constructor(private readonly index: SearchIndex) {}

  async sweep(): Promise<void> {
    await this.index.merge();
  }
}
