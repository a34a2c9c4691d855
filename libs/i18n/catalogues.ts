import { english } from './en/index.js';
import type { Locale } from './locales.js';
import type { Translation } from './messages.js';
import { simplifiedChinese } from './zh-Hans/index.js';
import { traditionalChinese } from './zh-Hant/traditional.gen.js';

export type Catalogue = Translation;

const catalogues: Readonly<Partial<Record<Locale, Catalogue>>> = {
  'en': english, 'zh-Hans': simplifiedChinese, 'zh-Hant': traditionalChinese,
};

const EMPTY: Catalogue = {};

/** What is written in a language; nothing yet in those that only fall back. */
export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale] ?? EMPTY;
}
