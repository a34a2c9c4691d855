import { COMPLETE_LOCALES, t } from '#i18n';
import type { MessageKey } from '#i18n';

/** A sentence in every language of the house, for answers that come before a page could know its reader's. */
export function inBothLanguages(key: MessageKey): string {
  return COMPLETE_LOCALES.map((locale) => t(locale, key)).join('\n');
}

/** A sentence in the language of the page that was asked for, or in all where its address names none. */
export function inReadersLanguage(url: string, key: MessageKey): string {
  const locale = COMPLETE_LOCALES.find((one) => url.startsWith(`/${one}/`));
  return locale === undefined ? inBothLanguages(key) : t(locale, key);
}
