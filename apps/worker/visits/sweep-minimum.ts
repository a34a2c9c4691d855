import { Sweep } from '#platform';
import type { Sweeper } from '#platform';
import { DecideMinimum } from '#visits';

/** Every quarter of a minute: departures whose minimum is to be counted by now take place or are cancelled. */
@Sweep({ name: 'departure-minimum', everyMs: 15_000 })
export class SweepMinimum implements Sweeper {
  constructor(private readonly decide: DecideMinimum) {}

  async sweep(): Promise<void> {
    await this.decide.run();
  }
}
