import { randomInt } from 'node:crypto';

// Crockford's base 32 (crockford.com/base32): no I, L, O and U, so that a code survives handwriting and telephone.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** What the codes of a conference begin with: initials of its slug and the year's last digits, for example CH25. */
export function codePrefix(slug: string): string {
  const parts = slug.split('-').filter((part) => part !== '');
  const words = parts.filter((part) => /^[a-z]/.test(part));
  const year = parts.map((part) => /^\d{2}(\d{2})$/.exec(part)?.[1]).find((digits) => digits !== undefined) ?? '';
  const initials = words.length === 1 ? (words[0] ?? '').slice(0, 2) : words.slice(0, 4).map((word) => word.charAt(0)).join('');
  return `${initials === '' ? 'R' : initials.toUpperCase()}${year}`;
}

/** A new code for people, for example CH25-7KM3Q9. One of a thousand million: a code met twice is drawn again by the verb. */
export function newCode(slug: string): string {
  let random = '';
  for (let n = 0; n < LENGTH; n += 1) random += DIGITS.charAt(randomInt(DIGITS.length));
  return `${codePrefix(slug)}-${random}`;
}
