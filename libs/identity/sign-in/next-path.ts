import { isLocale } from '#i18n';

const OWN = 'https://here.invalid';

/**
 * Where to go after signing in: a page of this site, in one of its languages, and nothing else, since a link in our own
 * letter must not lead to a stranger's site. What is no such path becomes the first page.
 */
export function nextPath(asked: string | null | undefined): string {
  if (asked == null || asked.length > 500 || !asked.startsWith('/') || !URL.canParse(asked, OWN)) return '/';
  const url = new URL(asked, OWN);
  const [, first = ''] = url.pathname.split('/');
  if (url.origin !== OWN || !isLocale(first)) return '/';
  return url.pathname + url.search;
}
