import { arabic } from './ar/index.js';
import { english } from './en/index.js';
import { spanish } from './es/index.js';
import { french } from './fr/index.js';
import { indonesian } from './id/index.js';
import type { Locale } from './locales.js';
import type { Translation } from './messages.js';
import { portuguese } from './pt/index.js';
import { russian } from './ru/index.js';
import { thai } from './th/index.js';
import { vietnamese } from './vi/index.js';
import { simplifiedChinese } from './zh-Hans/index.js';
import { traditionalChinese } from './zh-Hant/traditional.gen.js';

export type Catalogue = Translation;

const catalogues: Readonly<Partial<Record<Locale, Catalogue>>> = {
  'en': english, 'zh-Hans': simplifiedChinese, 'zh-Hant': traditionalChinese,
  'ar': arabic, 'es': spanish, 'fr': french, 'ru': russian, 'pt': portuguese, 'id': indonesian, 'th': thai, 'vi': vietnamese,
};

const EMPTY: Catalogue = {};

/** What is written in a language; nothing yet in those that only fall back. */
export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale] ?? EMPTY;
}
