import type { Conference, Conferences } from '#conferences';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import type { Tx } from '#platform';

/** Whether the actor may change a conference's visits. */
export function mayEditVisits(actor: Actor, conference: Pick<Conference, 'id' | 'seriesId'>): boolean {
  return may(actor, 'visits.edit', { seriesId: conference.seriesId, conferenceId: conference.id });
}

/** Whether the actor may see who is booked. */
export function maySeeBookings(actor: Actor, conference: Pick<Conference, 'id' | 'seriesId'>): boolean {
  return may(actor, 'registration.read', { seriesId: conference.seriesId, conferenceId: conference.id });
}

/** Whether the actor may take a passenger list out of the house, as a file. */
export function mayTakeManifest(actor: Actor, conference: Pick<Conference, 'id' | 'seriesId'>): boolean {
  return maySeeBookings(actor, conference) && may(actor, 'registration.export', { seriesId: conference.seriesId, conferenceId: conference.id });
}

/** Whether the actor may see travel documents in full. */
export function mayRevealDocuments(actor: Actor, conference: Pick<Conference, 'id' | 'seriesId'>): boolean {
  return may(actor, 'registration.reveal-document', { seriesId: conference.seriesId, conferenceId: conference.id });
}

/** The conference whose visits the actor is about to change; an archived one stays as it was. */
export async function conferenceToEdit(conferences: Conferences, tx: Tx, actor: Actor, id: ConferenceId): Promise<Conference | Refusal> {
  const conference = isId(id) ? await conferences.byId(tx.em, id) : null;
  if (conference === null) return refuse('conference.unknown');
  if (!mayEditVisits(actor, conference)) return denied(actor);
  return conference.state === 'ARCHIVED' ? refuse('visits.archived') : conference;
}
