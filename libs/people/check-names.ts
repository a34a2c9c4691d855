import { hasForbiddenCharacters, tidy } from '#kernel';
import type { FieldProblem } from '#kernel';
import { full, nameOrders } from './names.js';
import type { NameOrder, PersonNames } from './names.js';

/** Names as someone typed them. */
export interface NamesInput {
  readonly native?: string | null | undefined;
  readonly latinFamily: string;
  readonly latinGiven?: string | null | undefined;
  readonly order?: NameOrder | null | undefined;
  readonly salutation?: string | null | undefined;
  readonly badge?: string | null | undefined;
}

/** In characters as people count them (graphemes); the longest passport lines (ICAO Doc 9303) hold 39. */
const LONGEST = { native: 120, latinFamily: 80, latinGiven: 80, salutation: 40, badge: 80 } as const;
// A letter takes at most this many code points here, so that no mark is piled upon mark.
const POINTS_PER_LETTER = 8;

type Field = keyof typeof LONGEST;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Names as we keep them (NFC, tidy, badge made from the names where absent), or what is wrong with them, each under its
 * path such as `names.latinFamily`. Latin fields take Latin letters with any marks, for they are what a passport says.
 */
export function checkNames(input: NamesInput, path = 'names'): PersonNames | readonly FieldProblem[] {
  const value = (field: Field): string | null => {
    const typed = input[field];
    const text = typed === null || typed === undefined ? '' : tidy(typed);
    return text === '' ? null : text;
  };
  const fields = Object.keys(LONGEST) as Field[];
  const problems = fields.flatMap((field): FieldProblem[] => {
    const typed = input[field];
    const code = typed === null || typed === undefined ? undefined : problemOf(field, typed);
    return code === undefined ? [] : [{ path: `${path}.${field}`, code, data: { max: LONGEST[field] } }];
  });
  if (value('latinFamily') === null) problems.unshift({ path: `${path}.latinFamily`, code: 'required' });
  if (input.order !== null && input.order !== undefined && !nameOrders.includes(input.order)) {
    problems.push({ path: `${path}.order`, code: 'unknown' });
  }
  if (problems.length > 0) return problems;
  const names = {
    native: value('native'),
    latinFamily: value('latinFamily') ?? '',
    latinGiven: value('latinGiven'),
    order: input.order ?? 'GIVEN_FIRST',
    salutation: value('salutation'),
  };
  return { ...names, badge: value('badge') ?? full(names) };
}

function problemOf(field: Field, typed: string): string | undefined {
  // Tabs and line ends count as space when they are typed around a name; what is left is not.
  const text = tidy(typed);
  if (hasForbiddenCharacters(text) || /[\p{Co}\p{Cn}\p{Cs}\ufeff\u200b\u2060]/u.test(text)) return 'forbidden-characters';
  if (isTooLong(text, LONGEST[field])) return 'too-long';
  if (text !== '' && !/\p{L}/u.test(text)) return 'name.no-letter';
  if ((field === 'latinFamily' || field === 'latinGiven') && !isLatin(text)) return 'name.not-latin';
  return undefined;
}

/** There are never more graphemes than code units, and taking a text apart takes longer than all else that is asked of a name. */
function isTooLong(text: string, longest: number): boolean {
  return text.length > longest && ([...graphemes.segment(text)].length > longest || [...text].length > longest * POINTS_PER_LETTER);
}

/** Latin letters with any marks, and what stands between the parts of names: space, hyphen, apostrophe, full stop, comma. */
function isLatin(text: string): boolean {
  return /^(?:\p{Script=Latin}|[\p{M} '’‘ʼʻ`´.,·/‐-]|\d)*$/u.test(text);
}
