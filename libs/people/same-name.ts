import type { PersonNames } from './names.js';
import { plain } from './search-text.js';

type Written = Pick<PersonNames, 'native' | 'latinFamily' | 'latinGiven'>;

/**
 * Whether two names are one person's as far as names can tell: the same Latin letters whatever their case and marks, in
 * either order (forms mix family and given up), and no two native names that differ.
 */
export function sameName(a: Written, b: Written): boolean {
  if (a.native !== null && b.native !== null && letters(a.native) !== letters(b.native)) return false;
  return latinParts(a) === latinParts(b);
}

function latinParts(names: Written): string {
  return [names.latinFamily, names.latinGiven ?? ''].map(letters).sort().join(' ');
}

/** Only letters count: hyphens, apostrophes and spaces come and go. */
function letters(text: string): string {
  return plain(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
