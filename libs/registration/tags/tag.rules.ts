import { hasForbiddenCharacters, tidy } from '#kernel';
import type { FieldProblem } from '#kernel';

/** Of one registration; the table refuses more. */
export const MOST_TAGS = 20;
/** In UTF-16 code units, as forms count. */
export const LONGEST_TAG = 40;

/** A tag as it is kept: NFC, without spaces around it and doubled ones within; else what is wrong with it. */
export function checkTag(typed: string | null | undefined, path: string): string | readonly FieldProblem[] {
  const tag = tidy(typed ?? '');
  if (tag === '') return [{ path, code: 'required' }];
  if (tag.length > LONGEST_TAG) return [{ path, code: 'too-long', data: { max: LONGEST_TAG } }];
  return hasForbiddenCharacters(tag) ? [{ path, code: 'forbidden-characters' }] : tag;
}

/** Many of them, each once, in order. */
export function checkTags(typed: readonly string[], path: string): readonly string[] | { readonly problems: readonly FieldProblem[] } {
  const checked = typed.map((one, index) => checkTag(one, `${path}.${index}`));
  const problems = checked.flatMap((one) => (typeof one === 'string' ? [] : one));
  if (typed.length > MOST_TAGS) problems.push({ path, code: 'too-many', data: { max: MOST_TAGS } });
  return problems.length > 0 ? { problems } : [...new Set(checked.filter((one) => typeof one === 'string'))];
}
