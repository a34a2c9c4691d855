import { chineseRange } from './chinese-range.js';
import { intlTag } from './translate.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(intlTag(locale), options);
    if (formats.size < 1_000) formats.set(key, format);
  }
  return format;
}

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const STYLES = {
  /** 1 June 2026 */
  date: DAY,
  /** Monday, 1 June 2026 */
  weekday: { ...DAY, weekday: 'long' },
  /** 09:30 */
  time: TIME,
  /** Monday, 1 June 2026 at 09:30 */
  full: { ...DAY, ...TIME, weekday: 'long' },
  /** 1 Jun 2026, 09:30 */
  short: { ...TIME, year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof STYLES;

// British order and the 24-hour clock: delegates come from everywhere, and 06/01 or "9 pm" is read in two ways.
const tagFor = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** An instant as the clocks of `zone` (IANA) show it. */
export function formatInstant(locale: string, instant: Date, zone: string, style: DateStyle = 'full'): string {
  return dateFormat(tagFor(locale), { ...STYLES[style], timeZone: zone }).format(instant);
}

/** From one instant to another, saying what they share only once: "Monday, 1 June 2026, 09:30–11:00". */
export function formatRange(locale: string, from: Date, to: Date, zone: string, style: DateStyle = 'full'): string {
  return range(locale, dateFormat(tagFor(locale), { ...STYLES[style], timeZone: zone }), from, to);
}

/** A calendar date (ISO 8601, 2026-06-01), which belongs to no zone. */
export function formatDay(locale: string, day: string, style: 'date' | 'weekday' = 'date'): string {
  return dateFormat(tagFor(locale), { ...STYLES[style], timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** From one calendar date to another, both included: "1–3 June 2026". */
export function formatDays(locale: string, from: string, to: string): string {
  const format = dateFormat(tagFor(locale), { ...DAY, timeZone: 'UTC' });
  return range(locale, format, new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

// CLDR puts thin spaces around every dash; between two figures printers set none (New Hart's Rules, 4.11).
function range(locale: string, format: Intl.DateTimeFormat, from: Date, to: Date): string {
  if (locale.startsWith('zh')) return chineseRange(format, from, to);
  return format.formatRange(from, to).replace(/(\d)\s*–\s*(?=\d)/gu, '$1–');
}

/** What people call a zone at an instant, with its offset where the name alone tells little: "China Standard Time". */
export function zoneName(locale: string, zone: string, at: Date): string {
  const parts = dateFormat(tagFor(locale), { timeZone: zone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

export function formatNumber(locale: string, value: number): string {
  return new Intl.NumberFormat(intlTag(locale)).format(value);
}

/** A share of one as whole per cent, rounded down, so that 100 means all; what is more than nothing and less than one says so. */
export function formatPercent(locale: string, share: number): string {
  const format = new Intl.NumberFormat(intlTag(locale), { style: 'percent' });
  return share > 0 && share < 0.01 ? `<${format.format(0.01)}` : format.format(Math.floor(share * 100) / 100);
}

/** "A, B and C". */
export function formatList(locale: string, items: readonly string[]): string {
  return new Intl.ListFormat(tagFor(locale), { type: 'conjunction' }).format(items);
}

/** "A, B or C". */
export function formatAlternatives(locale: string, items: readonly string[]): string {
  return new Intl.ListFormat(tagFor(locale), { type: 'disjunction' }).format(items);
}

/** A span of minutes in days, hours and minutes: "1 day 2 hours". */
export function formatMinutes(locale: string, minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const units = [['day', Math.floor(whole / 1_440)], ['hour', Math.floor((whole % 1_440) / 60)], ['minute', whole % 60]] as const;
  const present = units.filter(([, count]) => count > 0);
  const shown = present.length === 0 ? [['minute', 0] as const] : present;
  const parts = shown.map(([unit, count]) => new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  return new Intl.ListFormat(tagFor(locale), { type: 'unit', style: 'long' }).format(parts);
}

/** The name of a country or region by its ISO 3166-1 alpha-2 code; the code where CLDR knows no name. */
export function countryName(locale: string, code: string): string {
  return displayName(locale, 'region', code.toUpperCase());
}

/** The name of a language by its BCP 47 tag, in the reader's language. */
export function languageName(locale: string, tag: string): string {
  return displayName(locale, 'language', tag);
}

const displayNames = new Map<string, Intl.DisplayNames>();

function displayName(locale: string, type: 'region' | 'language', code: string): string {
  const key = `${locale} ${type}`;
  const names = displayNames.get(key) ?? new Intl.DisplayNames(tagFor(locale), { type, fallback: 'code' });
  if (displayNames.size < 100) displayNames.set(key, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
