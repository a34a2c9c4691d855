/** What is typed of a name; fields that were left empty are empty. */
export interface TypedNames {
  readonly native: string;
  readonly latinFamily: string;
  readonly latinGiven: string;
  readonly order: string;
  readonly badge: string;
}

/** The lines that a badge shows of a name: what its owner wishes, else the name as it is said at home, and the Latin form where that is another. */
export function badgeLines({ native, latinFamily, latinGiven, order, badge }: TypedNames): { readonly name: string; readonly latin: string } {
  const tidy = (text: string): string => text.trim().replace(/\s+/gu, ' ');
  const latin = tidy(order === 'FAMILY_FIRST' ? `${latinFamily} ${latinGiven}` : `${latinGiven} ${latinFamily}`);
  const name = [tidy(badge), tidy(native), latin].find((one) => one !== '') ?? '';
  return { name, latin: name === latin ? '' : latin };
}
