import { useLocation, useRouteLoaderData } from 'react-router';
import type { loader } from '../root.js';
import { localeOfPath, textsFor } from './texts.js';
import type { Texts } from './texts.js';

/** The texts of the page that is being rendered, in the language its address names, or in the reader's where it names none. */
export function useTexts(): Texts {
  const { pathname } = useLocation();
  const readers = useRouteLoaderData<typeof loader>('root')?.locale;
  return textsFor(localeOfPath(pathname) ?? readers ?? 'en');
}
