import type { ConferenceState } from './conference.status.js';

export type CategoryStanding = 'NOT_YET' | 'OPEN' | 'CLOSED';

interface Opening {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/**
 * Whether one may register in a category at an instant. The conference opens and closes all its categories; a category's
 * own times narrow that. It opens at `opensAt` and is closed from `closesAt` on.
 */
export function categoryStandingAt(category: Opening, conference: { readonly state: ConferenceState }, now: Date): CategoryStanding {
  if (conference.state === 'DRAFT' || conference.state === 'PUBLISHED') return 'NOT_YET';
  if (conference.state !== 'OPEN') return 'CLOSED';
  if (category.closesAt !== null && now >= category.closesAt) return 'CLOSED';
  return category.opensAt !== null && now < category.opensAt ? 'NOT_YET' : 'OPEN';
}

export function categoryOpenAt(category: Opening, conference: { readonly state: ConferenceState }, now: Date): boolean {
  return categoryStandingAt(category, conference, now) === 'OPEN';
}
