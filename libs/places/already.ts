import type { Refusal } from '#kernel';
import type { StandingState } from './places.status.js';

/**
 * What asking again for what one has comes to: the place, or the turn in the line, as it was the first time; asking twice is
 * asking once. Nothing where something else must be done: an offer is answered, what is held is confirmed.
 */
export function hadBefore(refusal: Refusal): 'PLACE' | 'LINE' | undefined {
  if (refusal.refused !== 'places.already') return undefined;
  const state = refusal.data['state'] as StandingState;
  if (state === 'WAITING') return 'LINE';
  return state === 'CONFIRMED' ? 'PLACE' : undefined;
}
