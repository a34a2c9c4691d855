import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import type { Registration } from './registration.entity.js';
import { actsFor, staffMay } from './registration.policy.js';
import { isEditable } from './registration.rules.js';
import { movesFrom, registrationMoves } from './registration.status.js';
import type { RegistrationMove } from './registration.status.js';

/** The moves that the actor may make now: what the table allows the manager, and staff as far as their permissions reach. */
export function allowedMoves(actor: Actor, registration: Registration, conference: Conference, now: Date): readonly RegistrationMove[] {
  const { state } = registration;
  const isManager = actsFor(actor, registration);
  const enters = staffMay(actor, 'registration.enter', conference);
  const decides = staffMay(actor, 'registration.decide', conference);
  const asStaff = movesFrom(state, 'STAFF').filter((move) => (move === 'SUBMIT' ? enters : decides && !(move === 'CANCEL' && isManager)));
  const moves = new Set([...(isManager ? movesFrom(state, 'DELEGATE') : []), ...asStaff]);
  if ((isManager || enters) && isEditable({ state, now, conference, byStaff: !isManager })) moves.add('EDIT');
  return registrationMoves.filter((move) => moves.has(move));
}
