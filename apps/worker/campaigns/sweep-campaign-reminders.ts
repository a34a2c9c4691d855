import { SendReminders } from '#campaigns';
import { Sweep } from '#platform';
import type { Sweeper } from '#platform';

/** Every minute: reminders of invitations that rules have made due, each once. */
@Sweep({ name: 'campaign-reminders', everyMs: 60_000 })
export class SweepCampaignReminders implements Sweeper {
  constructor(private readonly reminders: SendReminders) {}

  async sweep(): Promise<void> {
    await this.reminders.run();
  }
}
