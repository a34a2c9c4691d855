import { Inject } from '@nestjs/common';
import { SettleStranded } from '#mail';
import { LOG, Sweep } from '#platform';
import type { Log, Sweeper } from '#platform';

/** Twice a minute: letters whose worker has died are settled. */
@Sweep({ name: 'stranded-letters', everyMs: 30_000 })
export class SweepStrandedLetters implements Sweeper {
  constructor(private readonly settle: SettleStranded, @Inject(LOG) private readonly log: Log) {}

  async sweep(): Promise<void> {
    const { again, unclear } = await this.settle.run();
    if (again + unclear > 0) this.log.warn('letters of workers that died', { again, unclear });
  }
}
