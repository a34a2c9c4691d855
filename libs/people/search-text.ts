import { fullLatin } from './names.js';
import type { PersonNames } from './names.js';

// Letters that Unicode does not take apart into a base and a mark, as people without that keyboard type them.
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'e', ʼ: "'", '’': "'", '‘': "'",
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Small letters, compatibility forms (full-width, ligatures) as their plain ones, one space between words. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** `folded` and without the marks on Latin and Arabic letters, which many leave out; those of other scripts make the letter and stay. */
export function plain(text: string): string {
  const taken = folded(text).normalize('NFD').replace(/(\p{Script=Latin}|\p{Script=Arabic})\p{M}+/gu, '$1').normalize('NFC');
  return taken.replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}

export interface Searchable {
  readonly names: Pick<PersonNames, 'native' | 'latinFamily' | 'latinGiven' | 'order' | 'badge'>;
  readonly organisation?: string | null;
  readonly email?: string | null;
  /** What else finds the person, such as the code on the ticket. */
  readonly also?: readonly string[];
}

/**
 * The text that a person is found by: every spelling with and without its marks, each word once. Fold a query with
 * `searchWords` and look for each of its words in this.
 */
export function searchTextOf(person: Searchable): string {
  const { native, badge } = person.names;
  const parts = [native, fullLatin(person.names), badge, person.organisation, person.email, ...(person.also ?? [])];
  const present = parts.filter((part): part is string => part !== null && part !== undefined && part !== '');
  const spellings = new Set(present.flatMap((part) => [folded(part), plain(part)]));
  return [...spellings].join('\n');
}

/** The words of a query, folded as the stored text is; each must be found, in any order. */
export function searchWords(query: string): readonly string[] {
  return [...new Set(folded(query).split(' ').filter((word) => word !== ''))];
}
