export const nameOrders = ['FAMILY_FIRST', 'GIVEN_FIRST'] as const;
export type NameOrder = (typeof nameOrders)[number];

/** A person's name as that person writes it. */
export interface PersonNames {
  /** In the person's own script, written out in the person's own order. */
  readonly native: string | null;
  /** As in the passport; the only name of people who have one. */
  readonly latinFamily: string;
  readonly latinGiven: string | null;
  readonly order: NameOrder;
  readonly salutation: string | null;
  readonly badge: string;
}

type Latin = Pick<PersonNames, 'latinFamily' | 'latinGiven' | 'order'>;

/** The name in full in Latin letters, in the person's order. */
export function fullLatin(names: Latin): string {
  if (names.latinGiven === null) return names.latinFamily;
  return names.order === 'FAMILY_FIRST' ? `${names.latinFamily} ${names.latinGiven}` : `${names.latinGiven} ${names.latinFamily}`;
}

/** The name in full: native where there is one, since that is how it is said at home. Without the salutation. */
export function full(names: Latin & Pick<PersonNames, 'native'>): string {
  return names.native ?? fullLatin(names);
}
