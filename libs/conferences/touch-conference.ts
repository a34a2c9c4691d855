import type { ConferenceId } from '#kernel';
import type { Tx } from '#platform';

/**
 * Raises the version of what public readers see of a conference. Called in each write they can see, by conferences,
 * programme and visits alike, so that a cached page is known to be stale by reading one row. Call it last: the row
 * stays locked until the commit.
 */
export async function touchConference(tx: Tx, conferenceId: ConferenceId): Promise<void> {
  await tx.query(
    'INSERT INTO conference_version (conference_id, version) VALUES ($1, 1) ON CONFLICT (conference_id) DO UPDATE SET version = conference_version.version + 1',
    [conferenceId],
  );
}
