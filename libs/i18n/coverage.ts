import { catalogueOf } from './catalogues.js';
import { placeholdersOf } from './check-catalogues.js';
import { english } from './en/index.js';
import type { MessageKey } from './en/index.js';
import { CONSOLE_LOCALES, LOCALES } from './locales.js';
import type { Locale } from './locales.js';
import { isPublicKey } from './public-keys.js';

/** How much of what a language is to say it says in its own words. */
export interface Coverage {
  readonly locale: Locale;
  /** Texts that the language is to have: all for a language of the console, else those of delegates. */
  readonly wanted: number;
  /** Not written, or without a name, number or time that English gives. */
  readonly missing: readonly MessageKey[];
}

/** The texts that a language is to have. */
export function keysOf(locale: Locale): readonly MessageKey[] {
  const keys = Object.keys(english) as MessageKey[];
  return (CONSOLE_LOCALES as readonly string[]).includes(locale) ? keys : keys.filter(isPublicKey);
}

/** Read once: what was shipped does not change while the house runs, and all texts of a language take a tenth of a second to parse. */
export function coverageOf(locale: Locale): Coverage {
  const known = read.get(locale);
  if (known !== undefined) return known;
  const keys = keysOf(locale);
  const found = { locale, wanted: keys.length, missing: keys.filter((key) => isBehind(locale, key)) };
  read.set(locale, found);
  return found;
}

const read = new Map<Locale, Coverage>();

// A text that leaves out what English says by now was translated from an older one. Chinese needs no number for "one".
function isBehind(locale: Locale, key: MessageKey): boolean {
  const text = catalogueOf(locale)[key];
  if (text === undefined) return true;
  if (locale.startsWith('zh')) return false;
  const said = placeholdersOf(locale, text);
  return [...placeholdersOf('en', english[key]) ?? []].some((name) => said?.has(name) !== true);
}

export function coverage(): readonly Coverage[] {
  return LOCALES.map(coverageOf);
}
