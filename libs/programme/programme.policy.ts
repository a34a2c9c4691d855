import type { Conference, Conferences } from '#conferences';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { ConferenceId, ForumId, Refusal } from '#kernel';
import type { Tx } from '#platform';

/** Whether the actor may change a conference's programme, or one forum of it. */
export function mayEditProgramme(actor: Actor, conference: Pick<Conference, 'id' | 'seriesId'>, forumId?: ForumId): boolean {
  return may(actor, 'programme.edit', { seriesId: conference.seriesId, conferenceId: conference.id, ...(forumId === undefined ? {} : { forumId }) });
}

/**
 * The conference whose programme the actor is about to change. An archived one stays as it was; of one that the actor
 * has no part in, nothing is said but that access is denied.
 */
export async function conferenceToEdit(conferences: Conferences, tx: Tx, actor: Actor, id: ConferenceId, forumId?: ForumId): Promise<Conference | Refusal> {
  const conference = isId(id) ? await conferences.byId(tx.em, id) : null;
  if (conference === null) return refuse('conference.unknown');
  if (!mayEditProgramme(actor, conference, forumId)) return denied(actor);
  return conference.state === 'ARCHIVED' ? refuse('programme.archived') : conference;
}
