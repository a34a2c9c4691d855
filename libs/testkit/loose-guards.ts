import type { PlacesGuards } from '#places';

/** Guards of places with some of them off, for negative controls: what a guard prevents must happen without it. */
export function looseGuards(off: Partial<PlacesGuards>): PlacesGuards {
  return { poolCondition: true, holderLock: true, holdersFirst: true, ...off };
}
