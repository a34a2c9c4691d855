import { fallbacksOf, formatDay, formatList, languageName } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import type { WarningValue } from '#programme';

/** What a warning's message is filled with, as a reader of the language says it: days, names of languages, the organiser's own texts. */
export function valuesInWords(locale: string, values: Readonly<Record<string, WarningValue>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(locale, value)]));
}

function inWords(locale: string, value: WarningValue): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return formatDay(locale, value);
  return isTags(value) ? formatList(locale, value.map((tag) => languageName(locale, tag))) : textFor(value, locale, fallbacksOf(locale));
}

function isTags(value: readonly string[] | LocalizedText): value is readonly string[] {
  return Array.isArray(value);
}
