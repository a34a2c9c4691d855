import { isSlug } from '#kernel';
import type { FieldProblem } from '#kernel';

// Pages of the house stand beside those of conferences, and personal calendars (`/feeds/agenda/`) beside conferences' feeds.
const TAKEN_BY_THE_HOUSE = ['new', 'all', 'agenda'];

/** A name in addresses: small letters and digits, parts joined by single hyphens; `slug-reserved` where the house has something of its own there. */
export function slugProblems(slug: string, path: string): readonly FieldProblem[] {
  if (slug === '') return [{ path, code: 'required' }];
  if (!isSlug(slug)) return [{ path, code: 'key-malformed' }];
  return TAKEN_BY_THE_HOUSE.includes(slug) ? [{ path, code: 'slug-reserved' }] : [];
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
