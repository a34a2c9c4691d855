import type { PersonNames } from './names.js';

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
  return [names.latinFamily, names.latinGiven ?? ''].map(latinLetters).sort().join(' ').trim();
}

// Letters that Unicode does not take apart into a base and a mark, as passports print them (ICAO Doc 9303-3, 6.A).
const UNPARTED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'e',
};

function latinLetters(text: string): string {
  return letters(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]/gu, (letter) => UNPARTED[letter] ?? letter);
}

/** Only letters and digits count: case, hyphens, apostrophes and spaces come and go. */
function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '').normalize('NFC');
}
