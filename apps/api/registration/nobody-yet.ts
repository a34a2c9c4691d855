import type { PersonNames } from '#people';
import type { Registration } from '#registration';

/** Stands where a draft has no person yet, since nobody was named: pages show its registration's code instead. */
export interface NobodyYet {
  readonly id: string;
  readonly names: PersonNames;
  readonly nationality: null;
  readonly residence: null;
}

export function nobodyYet(draft: Registration): NobodyYet {
  return {
    id: draft.id,
    names: { native: null, latinFamily: '', latinGiven: null, order: 'GIVEN_FIRST', salutation: null, badge: '' },
    nationality: null,
    residence: null,
  };
}
