import { COMPLETE_LOCALES, t } from '#i18n';
import type { MessageKey } from '#i18n';

/** A sentence in the house's own languages, for answers that no page gives. */
export function inBothLanguages(key: MessageKey): string {
  return COMPLETE_LOCALES.map((locale) => t(locale, key)).join('\n');
}
