import { SealAudit } from '#identity';
import { Sweep } from '#platform';
import type { Sweeper } from '#platform';

/** Every few seconds: new lines of the audit log are sealed into its chain, by whichever worker comes first. */
@Sweep({ name: 'seal-audit', everyMs: 5_000 })
export class SweepAudit implements Sweeper {
  constructor(private readonly seal: SealAudit) {}

  async sweep(): Promise<void> {
    await this.seal.run();
  }
}
