import {
  CONSOLE_LOCALES, countryName, direction, formatAlternatives, formatDay, formatDays, formatInstant, formatList, formatNumber, formatPercent, formatRange, isolated, isolatedOwn, isPseudoLocale, languageName, t, WRITTEN_LOCALES, zoneName,
} from '#i18n';
import type { Locale, MessageKey, MessageValues } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';

/** Languages of the public pages; those of staff are in fewer (CONSOLE_LOCALES). */
export const SITE_LOCALES: readonly Locale[] = WRITTEN_LOCALES;

/** A page's texts in one language. */
export interface Texts {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  t(key: MessageKey, values?: MessageValues): string;
  /** What an organiser wrote in several languages, in this one as far as there is. */
  own(text: LocalizedText | null | undefined): string;
  /** A calendar date, or from the first to the last of several days. */
  days(first: string, last?: string): string;
  /** A date and time on the wall clock of a zone: Monday, 1 June 2026 at 09:30. */
  moment(instant: string, timeZone: string): string;
  /** The same for tables and lists: 1 Jun 2026, 09:30. */
  brief(instant: string, timeZone: string): string;
  /** From one moment to another, the day said once: Monday, 1 June 2026, 09:30–11:00. */
  span(from: string, to: string, timeZone: string): string;
  /** From one time of day to another on the wall clock of a zone: 09:30–11:00. */
  times(from: string, to: string, timeZone: string): string;
  /** The day of an instant on the wall clock of a zone: Monday, 1 June 2026. */
  day(instant: string, timeZone: string): string;
  /** What people call a zone: China Standard Time. */
  zone(timeZone: string, at: string): string;
  number(value: number): string;
  /** A number of places, or that there is no limit. */
  limit(places: number | null): string;
  /** A share of one as a percentage: 81 %. */
  percent(share: number): string;
  /** A, B and C. */
  list(items: readonly string[]): string;
  /** A, B or C. */
  either(items: readonly string[]): string;
  country(code: string): string;
  language(tag: string): string;
}

export function textsFor(locale: string): Texts {
  return {
    locale,
    direction: direction(locale),
    t: (key, values) => t(locale, key, values),
    own: (text) => (text === null || text === undefined ? '' : isolated(locale, textFor(text, locale))),
    days: (first, last = first) => isolatedOwn(locale, first === last ? formatDay(locale, first) : formatDays(locale, first, last)),
    moment: (instant, timeZone) => isolatedOwn(locale, formatInstant(locale, new Date(instant), timeZone)),
    brief: (instant, timeZone) => isolatedOwn(locale, formatInstant(locale, new Date(instant), timeZone, 'short')),
    span: (from, to, timeZone) => isolatedOwn(locale, formatRange(locale, new Date(from), new Date(to), timeZone)),
    times: (from, to, timeZone) => formatRange(locale, new Date(from), new Date(to), timeZone, isOneDay(from, to, timeZone) ? 'time' : 'short'),
    day: (instant, timeZone) => isolatedOwn(locale, formatInstant(locale, new Date(instant), timeZone, 'weekday')),
    zone: (timeZone, at) => zoneName(locale, timeZone, new Date(at)),
    number: (value) => formatNumber(locale, value),
    limit: (places) => (places === null ? t(locale, 'console.places.unlimited') : formatNumber(locale, places)),
    percent: (share) => formatPercent(locale, share),
    list: (items) => formatList(locale, items),
    either: (items) => formatAlternatives(locale, items),
    country: (code) => countryName(locale, code),
    language: (tag) => languageName(locale, tag),
  };
}

function isOneDay(from: string, to: string, timeZone: string): boolean {
  return formatInstant('en', new Date(from), timeZone, 'date') === formatInstant('en', new Date(to), timeZone, 'date');
}

export function isSiteLocale(locale: string): boolean {
  return SITE_LOCALES.some((known) => known === locale) || isPseudoLocale(locale);
}

/** The language that an address names in its first part, where it names one. */
export function localeOfPath(path: string): string | undefined {
  const first = path.split('/')[1] ?? '';
  return isSiteLocale(first) ? first : undefined;
}

/** Where the same page is in another language; of an address without one, its first page. */
export function pathIn(locale: string, path: string): string {
  const parts = path.split('/');
  if (localeOfPath(path) === undefined) return `/${locale}`;
  parts[1] = locale;
  return parts.join('/');
}

/** Languages in which a page can be had, those of the conference first, each group in the order of the house. */
export function localesFor(path: string, ofConference: readonly string[] = []): readonly Locale[] {
  const offered = isStaffPath(path) ? CONSOLE_LOCALES : SITE_LOCALES;
  const own = offered.filter((locale) => ofConference.includes(locale));
  return [...own, ...offered.filter((locale) => !own.includes(locale))];
}

/** Pages of staff are in the languages that are complete: half an interface in another would help nobody. */
export function isStaffPath(path: string): boolean {
  return /^\/[^/]+\/(console|staff)(\/|$)/.test(path);
}

/** Where a page of staff is to be read that was asked for in a language of delegates only; nothing where all is well. */
export function staffPathFor(locale: string, path: string): string | undefined {
  if (!isStaffPath(path) || isPseudoLocale(locale) || (CONSOLE_LOCALES as readonly string[]).includes(locale)) return undefined;
  return pathIn('en', path);
}
