import { may, ownAccountOf } from '#identity';
import type { Actor, Permission, Scope } from '#identity';
import type { AccountId, ConferenceId, SeriesId } from '#kernel';
import type { Mover } from './registration.status.js';

interface Managed {
  readonly accountId: AccountId;
}

interface OfConference {
  readonly id: ConferenceId;
  readonly seriesId: SeriesId;
}

/** The scope in which staff act on a conference's registrations. */
export function scopeOf(conference: OfConference): Scope {
  return { conferenceId: conference.id, seriesId: conference.seriesId };
}

/** Whether the actor signs in with the address that manages the registration. */
export function manages(actor: Actor, registration: Managed): boolean {
  return ownAccountOf(actor) === registration.accountId;
}

export function staffMay(actor: Actor, permission: Permission, conference: OfConference): boolean {
  return may(actor, permission, scopeOf(conference));
}

/** Its manager and the staff of the conference see a registration, with address, phone and masked document; to others it does not exist. */
export function mayRead(actor: Actor, registration: Managed, conference: OfConference): boolean {
  return manages(actor, registration) || staffMay(actor, 'registration.read', conference);
}

/** Whether the actor may change what was filled in, and in which part. */
export function mayEdit(actor: Actor, registration: Managed, conference: OfConference): Mover | undefined {
  if (manages(actor, registration)) return 'DELEGATE';
  return staffMay(actor, 'registration.enter', conference) ? 'STAFF' : undefined;
}

/** As its manager one withdraws; staff cancel. Who is both does it as the manager. */
export function mayTakeBack(actor: Actor, registration: Managed, conference: OfConference): Mover | undefined {
  if (manages(actor, registration)) return 'DELEGATE';
  return staffMay(actor, 'registration.decide', conference) ? 'STAFF' : undefined;
}
