import { hasForbiddenCharacters, localizedTextProblems, tidy, tidyLocalized, tidyOptional } from '#kernel';
import type { FieldProblem, LocalizedText, TextShape } from '#kernel';

/** What was checked: a value to keep, or what is wrong with it. */
export type Checked<T> = { readonly value: T } | { readonly problems: readonly FieldProblem[] };

/** Text in several languages as we keep it; one language at least must be there. */
export function checkText(text: LocalizedText | null, path: string, shape: TextShape): Checked<LocalizedText> {
  const problems = localizedTextProblems(path, text, shape, true);
  return problems.length > 0 ? { problems } : { value: tidyLocalized(text ?? {}, shape) };
}

/** Likewise, where it may be missing: empty in all languages is nothing. */
export function checkOptionalText(text: LocalizedText | null | undefined, path: string, shape: TextShape): Checked<LocalizedText | null> {
  const problems = localizedTextProblems(path, text, shape);
  return problems.length > 0 ? { problems } : { value: tidyOptional(text, shape) };
}

/** One line in no particular language, such as a region's name; null where empty. */
export function checkLine(typed: string | null | undefined, path: string, max: number): Checked<string | null> {
  const text = tidy(typed ?? '');
  if (hasForbiddenCharacters(text)) return { problems: [{ path, code: 'forbidden-characters' }] };
  if (text.length > max) return { problems: [{ path, code: 'too-long', data: { max } }] };
  return { value: text === '' ? null : text };
}

/** The tag in its canonical spelling (BCP 47, RFC 5646, 4.5), or nothing where it is none. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return tag.length <= 35 ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The problems of several checks, in their order. */
export function problemsOf(...checks: readonly Checked<unknown>[]): readonly FieldProblem[] {
  return checks.flatMap((check) => ('problems' in check ? check.problems : []));
}

/** @throws Error where the check failed: ask `problemsOf` first */
export function valueOf<T>(check: Checked<T>): T {
  if ('problems' in check) throw new Error('a value was taken from a failed check');
  return check.value;
}
