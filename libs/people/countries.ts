import countries from 'i18n-iso-countries';
import { countryName, fallbacksOf } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';

/** What an installation says otherwise than the library: another name, a code of its own, a code not to be offered. */
export interface CountryOverride {
  readonly code: string;
  readonly names: LocalizedText | null;
  readonly hidden: boolean;
}

export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

const KNOWN = new Set(countries.getSupportedLanguages());

/** The library writes one Chinese, in simplified characters, and knows languages without their regions. */
function libraryLocale(locale: string): string {
  const language = locale.split('-')[0] ?? '';
  return KNOWN.has(language) ? language : 'en';
}

function isTraditional(locale: string): boolean {
  return fallbacksOf(locale)[0] === 'zh-Hant';
}

/**
 * Countries and regions by ISO 3166-1 alpha-2 code, as this installation names them. Names of places are disputed, so an
 * organiser may replace each of them without waiting for a release.
 */
export class CountryTable {
  private readonly overrides: ReadonlyMap<string, CountryOverride>;
  private readonly lists = new Map<string, readonly NamedCountry[]>();

  constructor(overrides: readonly CountryOverride[] = []) {
    this.overrides = new Map(overrides.map((override) => [override.code, override]));
  }

  /** Whether the code may be answered here. */
  has(code: string): boolean {
    const override = this.overrides.get(code);
    if (override !== undefined) return !override.hidden;
    return /^[A-Z]{2}$/.test(code) && countries.isValid(code);
  }

  /** Its name, in English where the language is not known; the code itself where nothing is. Hidden ones keep their names. */
  name(code: string, locale: string): string {
    const own = this.overrides.get(code)?.names;
    if (own !== null && own !== undefined && Object.keys(own).length > 0) return textFor(own, locale);
    // The library's one Chinese would be the wrong characters for readers of traditional ones.
    if (isTraditional(locale) && /^[A-Z]{2}$/.test(code)) return countryName(locale, code);
    return countries.getName(code, libraryLocale(locale)) ?? code;
  }

  /** All that may be chosen, in the alphabetical order of the language. */
  list(locale: string): readonly NamedCountry[] {
    const known = this.lists.get(locale);
    if (known !== undefined) return known;
    const codes = new Set([...Object.keys(countries.getAlpha2Codes()), ...this.overrides.keys()]);
    const collator = new Intl.Collator(locale === 'zh-Hans' ? 'zh-Hans-u-co-pinyin' : locale);
    const list = [...codes].filter((code) => this.has(code)).map((code) => ({ code, name: this.name(code, locale) }));
    list.sort((a, b) => collator.compare(a.name, b.name));
    this.lists.set(locale, list);
    return list;
  }
}
