/** The languages of the house as BCP 47 tags, in the order in which a page offers them. */
export const LOCALES = ['en', 'zh-Hans', 'zh-Hant', 'ar', 'es', 'fr', 'ru', 'pt', 'id', 'th', 'vi'] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages that are written by hand in full: a missing text fails the build, and no process starts without it. */
export const COMPLETE_LOCALES = ['en', 'zh-Hans'] as const satisfies readonly Locale[];
export type CompleteLocale = (typeof COMPLETE_LOCALES)[number];

/** Languages of the console. Traditional Chinese follows from the simplified (`npm run traditional`). */
export const CONSOLE_LOCALES = ['en', 'zh-Hans', 'zh-Hant'] as const satisfies readonly Locale[];

/** Languages of public pages and letters. */
export const WRITTEN_LOCALES: readonly Locale[] = LOCALES;

/** Languages that a native reader has not yet read through; the console says so. */
export const UNREVIEWED_LOCALES: readonly Locale[] = LOCALES.filter((locale) => !(COMPLETE_LOCALES as readonly string[]).includes(locale));

export function locales(): readonly Locale[] {
  return LOCALES;
}

export function isLocale(tag: string): tag is Locale {
  return (LOCALES as readonly string[]).includes(tag);
}

const NAMES: Readonly<Record<Locale, string>> = {
  'en': 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', 'ar': 'العربية', 'es': 'Español', 'fr': 'Français',
  'ru': 'Русский', 'pt': 'Português', 'id': 'Bahasa Indonesia', 'th': 'ไทย', 'vi': 'Tiếng Việt',
};

/** What a language calls itself, for the links that lead to it. */
export function localeName(locale: Locale): string {
  return NAMES[locale];
}

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'ug', 'ur', 'yi']);

export function direction(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

/** The languages to try for a reader, best first; it always ends with English. */
export function fallbacksOf(locale: string): readonly Locale[] {
  const own = nearest(locale, LOCALES);
  const kin: readonly Locale[] = own === 'zh-Hant' ? ['zh-Hant', 'zh-Hans', 'en'] : own === undefined ? ['en'] : [own, 'en'];
  return [...new Set(kin)];
}

/** The language that a letter or page is written in for a reader: the first written one of the fallback order. */
export function writtenLocale(locale: string): Locale {
  return fallbacksOf(locale).find((tag) => WRITTEN_LOCALES.includes(tag)) ?? 'en';
}

/**
 * The best language for an Accept-Language header (RFC 9110, 12.5.4; lookup by RFC 4647, 3.4) among `supported`;
 * the first of them where nothing fits. Malformed parts are passed over.
 */
export function resolveLocale(accept: string | undefined, supported: readonly Locale[] = WRITTEN_LOCALES): Locale {
  const wishes = (accept ?? '').slice(0, 1_000).split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2) ?? '1';
      return { tag, weight: Number(weight) };
    })
    .filter(({ tag, weight }) => /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(tag) && weight > 0 && weight <= 1)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of wishes) {
    const found = nearest(tag, supported);
    if (found !== undefined) return found;
  }
  return supported[0] ?? 'en';
}

// CLDR's likely subtags know that zh-TW is written in Hant and zh-SG in Hans.
function nearest(tag: string, supported: readonly Locale[]): Locale | undefined {
  const wanted = maximized(tag);
  if (wanted === undefined) return undefined;
  const kin = supported.filter((locale) => maximized(locale)?.language === wanted.language);
  return kin.find((locale) => maximized(locale)?.script === wanted.script) ?? kin[0];
}

const maxima = new Map<string, Intl.Locale>();

function maximized(tag: string): Intl.Locale | undefined {
  const known = maxima.get(tag);
  if (known !== undefined) return known;
  try {
    const found = new Intl.Locale(tag).maximize();
    if (maxima.size < 1_000) maxima.set(tag, found);
    return found;
  } catch {
    return undefined;
  }
}
