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

const LIVE = `
  SELECT m.conference_id AS "conferenceId", m.account_id AS "accountId", m.live
  FROM unnest($1::uuid[], $2::uuid[]) AS t(conference_id, account_id)
  CROSS JOIN LATERAL (SELECT * FROM managed_count WHERE conference_id = t.conference_id AND account_id = t.account_id LIMIT 1) m`;
const ONE_MORE = `
  INSERT INTO managed_count AS m (conference_id, account_id, live, drafts)
  SELECT conference_id, account_id, 1, 0 FROM unnest($1::uuid[], $2::uuid[]) AS t(conference_id, account_id) ORDER BY 1, 2
  ON CONFLICT (conference_id, account_id) DO UPDATE SET live = m.live + 1
  RETURNING conference_id AS "conferenceId", account_id AS "accountId", live`;

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

  /** How many live ones there are by address, without a lock. */
  async liveOf(tx: Tx, lines: readonly ManagedLine[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<ManagedLine & { live: number }>(LIVE, [lines.map(({ conferenceId }) => conferenceId), lines.map(({ accountId }) => accountId)]);
    return new Map(rows.map((row) => [lineKey(row), row.live]));
  }

  /** As `count` of one more live registration for each of several addresses of a conference, in one order for everybody. */
  async countAll(tx: Tx, lines: readonly ManagedLine[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<ManagedLine & { live: number }>(ONE_MORE, [lines.map(({ conferenceId }) => conferenceId), lines.map(({ accountId }) => accountId)]);
    return new Map(rows.map((row) => [lineKey(row), row.live]));
  }
}

/** An address in a conference. */
export interface ManagedLine {
  readonly conferenceId: ConferenceId;
  readonly accountId: AccountId;
}

export function lineKey({ conferenceId, accountId }: ManagedLine): string {
  return `${conferenceId} ${accountId}`;
}
