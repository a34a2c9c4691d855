import type { AccountId, ConferenceId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** How many registrations of a conference an address manages. */
export interface Managed {
  readonly live: number;
  readonly drafts: number;
}

// The row to be inserted is checked even where one is there to be changed, so it is never one below nothing.
const CHANGE = `
  INSERT INTO managed_count AS m (conference_id, account_id, live, drafts) VALUES ($1, $2, greatest($3::int, 0), greatest($4::int, 0))
  ON CONFLICT (conference_id, account_id) DO UPDATE SET live = m.live + $3, drafts = m.drafts + $4
  RETURNING live, drafts`;

/**
 * The line of each address in each conference. Changing it locks it until the commit, so that what an address asks for at
 * once is decided one after the other: the same person is seen, and nobody manages more people than are allowed.
 */
@Injectable()
export class ManagedCounts {
  /** Adds to the counts and gives the new ones. Taken after the registration's own row and before holders and pools. */
  async count(tx: Tx, conferenceId: ConferenceId, accountId: AccountId, by: Managed): Promise<Managed> {
    const [now] = await tx.query<Managed>(CHANGE, [conferenceId, accountId, by.live, by.drafts]);
    if (now === undefined) throw new Error('the line of a manager was not written');
    return now;
  }
}
