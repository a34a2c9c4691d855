import { COMPLETE_LOCALES, t } from '#i18n';
import type { MessageKey } from '#i18n';

/** A sentence in every language of the house, for answers that come before a page could know its reader's. */
export function inBothLanguages(key: MessageKey): string {
  return COMPLETE_LOCALES.map((locale) => t(locale, key)).join('\n');
}
