import type { ConferenceId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';

/** The version of what public readers see of a conference, raised by `touchConference`; 0 where nothing was written yet. */
export async function readersVersion(em: EntityManager, conferenceId: ConferenceId): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(em, 'SELECT version::int FROM conference_version WHERE conference_id = $1', [conferenceId]);
  return row?.version ?? 0;
}
