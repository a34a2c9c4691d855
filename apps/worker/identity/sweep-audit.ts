import { SealAudit } from '#identity';
import { LOG, Sweep } from '#platform';
import type { Log, Sweeper } from '#platform';
import { Inject } from '@nestjs/common';

/**
 * Every few seconds: new lines of the audit log are sealed into its chain, by whichever worker comes first. How far is
 * written to the process's log, which whoever empties the database does not reach.
 */
@Sweep({ name: 'seal-audit', everyMs: 5_000 })
export class SweepAudit implements Sweeper {
  constructor(private readonly seal: SealAudit, @Inject(LOG) private readonly log: Log) {}

  async sweep(): Promise<void> {
    const { lines, upTo } = await this.seal.run();
    if (lines > 0) this.log.info('audit log sealed', { lines, upTo });
  }
}
