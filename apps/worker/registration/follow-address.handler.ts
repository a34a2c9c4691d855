import type { AccountId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { FollowAddress, followAddress } from '#registration';

/** Lets registrations follow an account's new address. */
@Handles(followAddress)
export class FollowAddressHandler implements JobHandler<{ accountId: AccountId }> {
  constructor(private readonly follow: FollowAddress) {}

  async handle({ accountId }: { accountId: AccountId }): Promise<void> {
    await this.follow.run(accountId);
  }
}
