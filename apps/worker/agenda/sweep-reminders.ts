import { RemindConfirmed } from '#agenda';
import { Sweep } from '#platform';
import type { Sweeper } from '#platform';

/** Every minute: who is confirmed for a conference that begins soon is reminded, once. */
@Sweep({ name: 'reminders', everyMs: 60_000 })
export class SweepReminders implements Sweeper {
  constructor(private readonly remind: RemindConfirmed) {}

  async sweep(): Promise<void> {
    await this.remind.run();
  }
}
