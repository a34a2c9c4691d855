import { resolveLocale } from '#i18n';
import { redirect } from 'react-router';
import type { Route } from './+types/choose-language.js';
import { SITE_LOCALES } from './texts.js';

/** The bare address leads to the pages in the language that the browser asks for. */
export function loader({ request }: Route.LoaderArgs): Response {
  const locale = resolveLocale(request.headers.get('accept-language') ?? undefined, SITE_LOCALES);
  return redirect(`/${locale}`);
}
