import { may, ownAccountOf } from '#identity';
import type { Actor, Permission, Scope } from '#identity';
import { isHeadOf } from '#invitations';
import type { AccountId, ConferenceId, DelegationId, SeriesId } from '#kernel';
import type { Mover } from './registration.status.js';

interface Managed {
  readonly accountId: AccountId;
  readonly delegationId: DelegationId | null;
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
export function manages(actor: Actor, registration: Pick<Managed, 'accountId'>): boolean {
  return ownAccountOf(actor) === registration.accountId;
}

/** Its manager, and the head of the delegation it belongs to, act for the delegate and not as staff. */
export function actsFor(actor: Actor, registration: Managed): boolean {
  return manages(actor, registration) || isHeadOf(actor, registration.delegationId);
}

export function staffMay(actor: Actor, permission: Permission, conference: OfConference): boolean {
  return may(actor, permission, scopeOf(conference));
}

/** Its manager, the head of its delegation and the staff of the conference see a registration, with address, phone and masked document; to others it does not exist. */
export function mayRead(actor: Actor, registration: Managed, conference: OfConference): boolean {
  return actsFor(actor, registration) || staffMay(actor, 'registration.read', conference);
}

/** Whether the actor may change what was filled in, and in which part. */
export function mayEdit(actor: Actor, registration: Managed, conference: OfConference): Mover | undefined {
  if (manages(actor, registration)) return 'DELEGATE';
  if (staffMay(actor, 'registration.enter', conference)) return 'STAFF';
  return isHeadOf(actor, registration.delegationId) ? 'DELEGATE' : undefined;
}

/** As its manager, or the head of its delegation, one withdraws; staff cancel. Who is both does it as the manager. */
export function mayTakeBack(actor: Actor, registration: Managed, conference: OfConference): Mover | undefined {
  if (manages(actor, registration)) return 'DELEGATE';
  if (staffMay(actor, 'registration.decide', conference)) return 'STAFF';
  return isHeadOf(actor, registration.delegationId) ? 'DELEGATE' : undefined;
}
