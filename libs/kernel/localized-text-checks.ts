import type { LocalizedText } from './localized-text.js';
import type { FieldProblem } from './refusal.js';
import { hasForbiddenCharacters, tidy } from './text.js';

/** `line`: a title or name on one line. `page`: Markdown of several lines. */
export type TextShape = 'line' | 'page';

const LONGEST = { line: 300, page: 20_000 } as const;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is wrong with a text that someone entered in several languages; `required` asks for at least one of them. */
export function localizedTextProblems(path: string, text: LocalizedText | null | undefined, shape: TextShape, required = false): FieldProblem[] {
  const parts = Object.entries(text ?? {});
  const problems = parts.flatMap(([tag, part]) => partProblems(path, tag, part, shape));
  const isEmpty = parts.every(([, part]) => part.trim() === '');
  return required && isEmpty ? [{ path, code: 'required' }, ...problems] : problems;
}

function partProblems(path: string, tag: string, part: string, shape: TextShape): FieldProblem[] {
  const at = `${path}.${tag}`;
  if (!isLanguageTag(tag)) return [{ path: at, code: 'locale-unknown' }];
  if (part.length > LONGEST[shape]) return [{ path: at, code: 'too-long', data: { max: LONGEST[shape] } }];
  const text = shape === 'page' ? part.replace(/[\r\n\t]/g, ' ') : part;
  return hasForbiddenCharacters(text) ? [{ path: at, code: 'forbidden-characters' }] : [];
}

/** The text as it is kept: NFC, outer space gone, languages without a word left out. */
export function tidyLocalized(text: LocalizedText, shape: TextShape): LocalizedText {
  const tidied = Object.entries(text).map(([tag, part]) =>
    [tag, shape === 'line' ? tidy(part) : part.normalize('NFC').replace(/\r\n?/g, '\n').trim()] as const);
  return Object.fromEntries(tidied.filter(([, part]) => part !== ''));
}

/** As `tidyLocalized`, for a text that may be absent; one without a word is absent. */
export function tidyOptional(text: LocalizedText | null | undefined, shape: TextShape): LocalizedText | null {
  if (text === null || text === undefined) return null;
  const tidied = tidyLocalized(text, shape);
  return Object.keys(tidied).length === 0 ? null : tidied;
}

/** Whether a word may stand in an address: lower-case letters, digits and single hyphens, at most 80. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && SLUG.test(text);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
