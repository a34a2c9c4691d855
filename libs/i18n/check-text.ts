import { catalogueOf } from './catalogues.js';
import { placeholdersOf } from './check-catalogues.js';
import { english } from './en/index.js';
import type { MessageKey } from './en/index.js';
import type { Locale } from './locales.js';

/** The text that was shipped, or nothing where the language falls back. */
export function shippedText(locale: Locale, key: MessageKey): string | undefined {
  return catalogueOf(locale)[key];
}

/** What keeps a text from standing in for the one that was shipped. */
export type TextFault =
  | { readonly code: 'text-malformed' }
  | { readonly code: 'text-lacks' | 'text-foreign'; readonly names: readonly string[] };

/**
 * Checks a text that someone wrote in place of a shipped one: ICU MessageFormat that parses, filled with what the shipped
 * one is filled with, and with nothing that English is not given.
 */
export function faultOfText(locale: Locale, key: MessageKey, text: string): TextFault | undefined {
  const said = placeholdersOf(locale, text);
  if (said === undefined) return { code: 'text-malformed' };
  const given = placeholdersOf('en', english[key]) ?? new Set<string>();
  const foreign = [...said].filter((name) => !given.has(name));
  if (foreign.length > 0) return { code: 'text-foreign', names: foreign };
  const needed = placeholdersOf(locale, shippedText(locale, key) ?? english[key]) ?? given;
  const lacking = [...needed].filter((name) => given.has(name) && !said.has(name));
  return lacking.length > 0 ? { code: 'text-lacks', names: lacking } : undefined;
}
