import { redirect } from 'react-router';
import type { Route } from './+types/choose-language.js';
import { readersLocale } from './readers-locale.js';

/** The bare address leads to the pages in the language that the browser asks for. */
export function loader({ request }: Route.LoaderArgs): Response {
  return redirect(`/${readersLocale(request)}`);
}
