import { COMPLETE_LOCALES, t, WRITTEN_LOCALES } from '#i18n';
import type { MessageKey } from '#i18n';

/** A sentence in the house's own languages, for answers that come before a page could know its reader's. */
export function inBothLanguages(key: MessageKey): string {
  return COMPLETE_LOCALES.map((locale) => t(locale, key)).join('\n');
}

/** A sentence in the language of the page that was asked for, or in the house's own where its address names none. */
export function inReadersLanguage(url: string, key: MessageKey): string {
  const locale = WRITTEN_LOCALES.find((one) => url.startsWith(`/${one}/`));
  return locale === undefined ? inBothLanguages(key) : t(locale, key);
}
