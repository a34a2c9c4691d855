import { Sweep } from '#platform';
import type { Sweeper } from '#platform';
import { RemindIdentity } from '#visits';

/** Every minute: whose data a site needs soon and has not got is reminded, once. */
@Sweep({ name: 'identity-reminders', everyMs: 60_000 })
export class SweepIdentity implements Sweeper {
  constructor(private readonly remind: RemindIdentity) {}

  async sweep(): Promise<void> {
    await this.remind.run();
  }
}
