import { keepHouse, Sweep } from '#platform';
import type { Sweeper } from '#platform';
import { DataSource } from 'typeorm';

/** Every ten minutes: what was kept only for a while is thrown away. */
@Sweep({ name: 'housekeeping', everyMs: 10 * 60_000 })
export class SweepHouse implements Sweeper {
  constructor(private readonly source: DataSource) {}

  async sweep(): Promise<void> {
    await keepHouse(this.source);
  }
}
