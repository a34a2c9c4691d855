import { COMPLETE_LOCALES, direction, intlTag, isMessageKey, t } from '#i18n';
import type { Locale, MessageKey, MessageValues } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';

/** Languages of the pages: those whose catalogues are complete. */
export const SITE_LOCALES: readonly Locale[] = COMPLETE_LOCALES;

/** A page's texts in one language. */
export interface Texts {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  t(key: MessageKey, values?: MessageValues): string;
  /** A message whose key is put together, such as a state's name; the key itself where there is none. */
  label(key: string): string;
  /** What an organiser wrote in several languages, in this one as far as there is. */
  own(text: LocalizedText | null | undefined): string;
  /** A calendar date, or from the first to the last of several days. */
  days(first: string, last?: string): string;
  /** A date and time on the wall clock of a zone. */
  moment(instant: string, timeZone: string): string;
  /** From one time of day to another on the wall clock of a zone. */
  times(from: string, to: string, timeZone: string): string;
  /** The day of an instant on the wall clock of a zone. */
  day(instant: string, timeZone: string): string;
  number(value: number): string;
  list(items: readonly string[]): string;
  country(code: string): string;
  language(tag: string): string;
}

export function textsFor(locale: string): Texts {
  const tag = intlTag(locale);
  const zoned = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(tag, { timeZone, ...options });
  const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
  return {
    locale,
    direction: direction(locale),
    t: (key, values) => t(locale, key, values),
    label: (key) => (isMessageKey(key) ? t(locale, key) : key),
    own: (text) => (text === null || text === undefined ? '' : textFor(text, locale)),
    days: (first, last = first) => zoned('UTC', { dateStyle: 'long' }).formatRange(midnight(first), midnight(last)),
    moment: (instant, timeZone) => zoned(timeZone, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)),
    times: (from, to, timeZone) => zoned(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatRange(new Date(from), new Date(to)),
    day: (instant, timeZone) => zoned(timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(instant)),
    number: (value) => new Intl.NumberFormat(tag).format(value),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
    country: (code) => new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? code,
    language: (code) => new Intl.DisplayNames(tag, { type: 'language' }).of(code) ?? code,
  };
}

export function isSiteLocale(locale: string | undefined): locale is Locale {
  return SITE_LOCALES.some((known) => known === locale);
}

/** The language that an address names in its first part. */
export function localeOfPath(path: string): Locale {
  const first = path.split('/')[1];
  return isSiteLocale(first) ? first : 'en';
}

/** Where the same page is in another language. */
export function pathIn(locale: Locale, path: string): string {
  const parts = path.split('/');
  if (isSiteLocale(parts[1])) parts[1] = locale;
  return parts.join('/');
}
