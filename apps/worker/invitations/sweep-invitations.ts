import { ExpireInvitations } from '#invitations';
import { Sweep } from '#platform';
import type { Sweeper } from '#platform';

/** Ten times a minute: invitations whose time ran out end, and their places in delegations are free. */
@Sweep({ name: 'invitations', everyMs: 6_000 })
export class SweepInvitations implements Sweeper {
  constructor(private readonly expire: ExpireInvitations) {}

  async sweep(): Promise<void> {
    await this.expire.run();
  }
}
