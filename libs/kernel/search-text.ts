// Letters that Unicode does not take apart into a base and a mark, as passports print them (ICAO Doc 9303-3, 6.A).
const UNPARTED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'e', ŧ: 't',
};
const UNPARTED_LETTER = new RegExp(`[${Object.keys(UNPARTED).join('')}]`, 'gu');
const MARKS_ON_LETTERS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const ARABIC_MARKS = /[\u0640\u064b-\u0652\u0670]/gu;
const ASCII = /^\p{ASCII}*$/u;
const NOT_WORD = /[^\p{L}\p{M}\p{N}@]+/gu;

/**
 * The words of a text as they are compared: case, width, punctuation and the marks on Latin, Greek, Cyrillic and Arabic
 * letters do not matter. Marks of other scripts stay, since there they make other letters (は and ば).
 */
export function searchWords(text: string): readonly string[] {
  const plain = (ASCII.test(text) ? text.toLowerCase() : withoutMarks(text)).replace(/['’‘ʻʼ`´]/gu, '');
  const words = plain.replace(NOT_WORD, ' ').trim();
  return words === '' ? [] : words.split(' ');
}

/** Changes nothing in ASCII, of which most texts are made. */
function withoutMarks(text: string): string {
  const parted = text.normalize('NFKD').toLowerCase().replace(MARKS_ON_LETTERS, '$1').replace(ARABIC_MARKS, '').normalize('NFC');
  return parted.replace(UNPARTED_LETTER, (letter) => UNPARTED[letter] ?? letter);
}

/**
 * What else than ASCII is written as U and the code point in four digits of base 36. So one or two Han characters make
 * enough trigrams for the index, whatever the database's locale calls a letter; the capital keeps matches aligned.
 */
export function searchAscii(word: string): string {
  return word.replace(/[^\u0000-\u007f]/gu, (letter) => `U${(letter.codePointAt(0) ?? 0).toString(36).padStart(4, '0')}`);
}

/** What a list of people is searched in: each word after a space, so that a word's beginning can be asked for. */
export function searchText(parts: readonly (string | null)[]): string {
  const words = parts.flatMap((part) => (part === null ? [] : searchWords(part)));
  return [...new Set(words)].map((word) => ` ${searchAscii(word)}`).join('');
}

const MOST_WORDS = 8;
const SHORT = 3;
const TRIGRAM = 3;
const LETTERS = /U[0-9a-z]{4}|[^U]+/gu;
/** One text in 20,000: a pattern that lets no more through is asked for no further trigram. */
const TELLING_ENOUGH = 0.00005;

/** Which share of all texts a trigram is in, 0 to 1, as far as is known. */
export type ShareOf = (trigram: string) => number;

/** One word of a search: what a text must contain, and a LIKE pattern that every such text matches, for an index of trigrams. */
export interface SoughtWord {
  readonly contains: string;
  readonly pattern: string;
}

/**
 * The words of a search, all of which must be found, in any order. A word of one or two ASCII letters must begin a word: it
 * would else match nearly everything and have no trigram. Nothing in a word means more than itself to LIKE.
 * @param shareOf by which the pattern is made of a word's rarest trigrams only; without it of all that tell something
 */
export function soughtWords(search: string, shareOf: ShareOf = () => 1): readonly SoughtWord[] {
  return searchWords(search).slice(0, MOST_WORDS).map((word) => {
    const ascii = searchAscii(word);
    const contains = ascii.length < SHORT ? ` ${ascii}` : ascii;
    return { contains, pattern: patternOf(contains, shareOf) };
  });
}

/** An index looks each hit of the rarest trigram up under all others, of which the common ones have the longest lists and tell least. */
function patternOf(contains: string, shareOf: ShareOf): string {
  const rarestFirst = tellingTrigrams(contains).map((at) => ({ at, share: shareOf(contains.slice(at, at + TRIGRAM)) })).sort((one, other) => one.share - other.share);
  const kept: number[] = [];
  let through = 1;
  for (const { at, share } of rarestFirst) {
    if (through <= TELLING_ENOUGH) break;
    kept.push(at);
    through *= share;
  }
  if (kept.length === 0) return `%${contains}%`;
  return `%${runsOf(kept).map(([from, to]) => contains.slice(from, to)).join('%')}%`;
}

/** Where the trigrams of a text begin; of a letter written as a number only the last, since what comes before is alike in all of a script. */
function tellingTrigrams(text: string): readonly number[] {
  return [...text.matchAll(LETTERS)].flatMap(({ 0: part, index }) => (part.startsWith('U')
    ? [index + part.length - TRIGRAM]
    : Array.from({ length: Math.max(0, part.length - TRIGRAM + 1) }, (_, n) => index + n)));
}

/** Trigrams that overlap are one stretch of the text, from and to. */
function runsOf(starts: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const at of starts.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && at < last[1]) last[1] = at + TRIGRAM;
    else runs.push([at, at + TRIGRAM]);
  }
  return runs;
}

/**
 * A search as conditions in SQL on a column that holds `searchText`. The index of trigrams is asked for the pattern; where
 * that lets more through, `strpos` compares the word in full, and not a second LIKE, by which the planner would guess
 * the rows as much too few. A search of which no word is left, such as "—", finds nothing rather than everything.
 * @param parameter keeps a value for the statement and answers its place in it, such as $3
 */
export function searchConditions(column: string, search: string | undefined, parameter: (value: string) => string, shareOf?: ShareOf): readonly string[] {
  if (search === undefined || search.trim() === '') return [];
  const words = soughtWords(search, shareOf);
  if (words.length === 0) return ['false'];
  return words.flatMap(({ contains, pattern }) => {
    const isIndexed = `${column} LIKE ${parameter(pattern)}`;
    return pattern === `%${contains}%` ? [isIndexed] : [isIndexed, `strpos(${column}, ${parameter(contains)}) <> 0`];
  });
}
