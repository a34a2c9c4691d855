import type { Conference, Conferences } from '#conferences';
import { denied, may } from '#identity';
import type { Actor, Permission } from '#identity';
import { isId, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import type { EntityManager } from 'typeorm';

/** Whether the actor may do something with a conference's campaigns. */
export function mayCampaign(actor: Actor, permission: Permission, conference: Pick<Conference, 'id' | 'seriesId'>): boolean {
  return may(actor, permission, { seriesId: conference.seriesId, conferenceId: conference.id });
}

/** The conference on whose campaigns the actor is about to act, or why not. An archived one sends nothing any more. */
export async function conferenceFor(
  conferences: Conferences, em: EntityManager, actor: Actor, id: ConferenceId, permission: Permission,
): Promise<Conference | Refusal> {
  const conference = isId(id) ? await conferences.byId(em, id) : null;
  if (conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('conference.unknown');
  if (!mayCampaign(actor, permission, conference)) return denied(actor);
  return conference;
}
