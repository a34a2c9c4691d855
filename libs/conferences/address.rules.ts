import { isSlug } from '#kernel';
import type { FieldProblem } from '#kernel';

// Pages of the house stand beside those of conferences.
const TAKEN_BY_PAGES = ['new', 'all'];

/** A name in addresses: small letters and digits, parts joined by single hyphens. */
export function slugProblems(slug: string, path: string): readonly FieldProblem[] {
  if (slug === '') return [{ path, code: 'required' }];
  return isSlug(slug) && !TAKEN_BY_PAGES.includes(slug) ? [] : [{ path, code: 'key-malformed' }];
}

/** A host's own page: https, a name rather than a number, no password and no port in it. */
export function isWebsite(text: string): boolean {
  if (text.length > 300 || !URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(url.hostname);
}

/** Whether Intl knows the zone by its IANA name; bare offsets are no zones, since they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2}$|^UTC$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
