import { english } from './en/index.js';
import type { MessageKey } from './en/index.js';
import type { Locale } from './locales.js';
import { simplifiedChinese } from './zh-Hans/index.js';

export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

const catalogues: Readonly<Partial<Record<Locale, Catalogue>>> = { 'en': english, 'zh-Hans': simplifiedChinese };

const EMPTY: Catalogue = {};

/** What is written in a language; nothing yet in those that only fall back. */
export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale] ?? EMPTY;
}
