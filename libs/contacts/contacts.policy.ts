import { scopeOf } from '#conferences';
import type { Conference, Conferences } from '#conferences';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import type { EntityManager } from 'typeorm';

/**
 * The conference through which an actor comes to the contacts of its series. Editions share their contacts, so whoever may
 * read or edit them for one edition may for all of them: past guests are invited again.
 */
export async function conferenceFor(
  conferences: Conferences, em: EntityManager, actor: Actor, id: string, permission: 'contacts.read' | 'contacts.edit',
): Promise<Conference | Refusal> {
  const conference = isId(id) ? await conferences.byId(em, id as ConferenceId) : null;
  if (conference === null) return may(actor, permission, {}) ? refuse('conference.unknown') : denied(actor);
  return may(actor, permission, scopeOf(conference)) ? conference : denied(actor);
}
