import { faultOfText, isLocale, isMessageKey } from '#i18n';
import type { Locale, MessageKey } from '#i18n';
import { hasForbiddenCharacters, tidy } from '#kernel';
import type { FieldProblem } from '#kernel';

export interface TextToMend {
  readonly locale: string;
  readonly key: string;
  readonly text: string;
}

/** A text with a place in the catalogues. */
export interface PlacedText {
  readonly locale: Locale;
  readonly key: MessageKey;
}

/** Which text is meant, or what is wrong with its name. */
export function placeOf({ locale, key }: Pick<TextToMend, 'locale' | 'key'>): PlacedText | readonly FieldProblem[] {
  if (!isLocale(locale)) return [{ path: 'locale', code: 'locale-unknown' }];
  if (!isMessageKey(key)) return [{ path: 'key', code: 'unknown' }];
  return { locale, key };
}

const LONGEST = 4_000;

/** The text as it is kept, on one line, or what is wrong with it. */
export function checkMend({ locale, key }: PlacedText, typed: string): string | readonly FieldProblem[] {
  const text = tidy(typed);
  if (text === '') return [{ path: 'text', code: 'required' }];
  if (text.length > LONGEST) return [{ path: 'text', code: 'too-long', data: { max: LONGEST } }];
  if (hasForbiddenCharacters(text)) return [{ path: 'text', code: 'forbidden-characters' }];
  const fault = faultOfText(locale, key, text);
  if (fault === undefined) return text;
  return [{ path: 'text', code: fault.code, ...('names' in fault ? { data: { names: fault.names.map((name) => `{${name}}`).join(' ') } } : {}) }];
}
