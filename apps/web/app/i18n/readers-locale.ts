import { resolveLocale } from '#i18n';
import { SITE_LOCALES } from './texts.js';

/** Of the site's languages the one that a browser asks for. */
export function readersLocale(request: Request): string {
  return resolveLocale(request.headers.get('accept-language') ?? undefined, SITE_LOCALES);
}
