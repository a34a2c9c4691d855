import type { RegistrationId } from '#kernel';
import { manages, mayRead, staffMay } from '#registration';
import type { Registration } from '#registration';
import { conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { registrationById } from './registration.loaders.js';

/**
 * Whether the caller sees what a registration says about a person beyond the name: its manager, and staff who may read
 * registrations of the conference. Asked field by field, since registrations are reached in many ways.
 */
export async function sees(registration: Registration, { actor, loaders }: RequestContext): Promise<boolean> {
  if (manages(actor, registration)) return true;
  if (actor.grants.length === 0) return false;
  const conference = await loaders.load(conferenceById, registration.conferenceId);
  return conference !== null && mayRead(actor, registration, conference);
}

/** Whether the caller is of the staff that may read it: what they note for each other is not for its manager. */
export async function seesAsStaff(registration: Registration, { actor, loaders }: RequestContext): Promise<boolean> {
  if (actor.grants.length === 0) return false;
  const conference = await loaders.load(conferenceById, registration.conferenceId);
  return conference !== null && staffMay(actor, 'registration.read', conference);
}

/** Those of many registrations that the caller sees, for lists of people whom a staff's verb concerned. */
export async function seenRegistrations(ids: readonly RegistrationId[], context: RequestContext): Promise<readonly Registration[]> {
  const all = (await context.loaders.loadMany(registrationById, ids)).filter((one) => one !== null);
  const visible = await Promise.all(all.map((one) => sees(one, context)));
  return all.filter((_one, index) => visible[index] === true);
}
