import { Inject } from '@nestjs/common';
import { SettleMailings } from '#mail';
import { LOG, Sweep } from '#platform';
import type { Log, Sweeper } from '#platform';

/** Twice a minute: what dead workers left of mailings is settled, and a mailing that lost its job is taken up again. */
@Sweep({ name: 'mailings', everyMs: 30_000 })
export class SweepMailings implements Sweeper {
  constructor(private readonly settle: SettleMailings, @Inject(LOG) private readonly log: Log) {}

  async sweep(): Promise<void> {
    const { unclear, cancelled, woken } = await this.settle.run();
    if (unclear + cancelled + woken > 0) this.log.warn('mailings that were left behind', { unclear, cancelled, woken });
  }
}
