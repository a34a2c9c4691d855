import { domainToASCII } from 'node:url';
import { hasForbiddenCharacters } from '#kernel';

// RFC 5321 4.5.3.1 gives the lengths; RFC 6531 allows letters of any script in both parts.
const SHAPE = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"/]{1,255}$/u;

/** A mail address in NFC without outer space, or nothing where it is none that we could write to. */
export function parseEmail(text: string): string | undefined {
  const email = text.normalize('NFC').trim();
  if (email.length > 254 || hasForbiddenCharacters(email) || !SHAPE.test(email)) return undefined;
  const [local = '', domain = ''] = email.split('@');
  const ascii = domainToASCII(domain);
  const isDomain = ascii !== '' && ascii.split('.').every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
  return isDomain && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..') ? email : undefined;
}

/** What two spellings of one address have in common: lower case, and the domain as DNS knows it (RFC 5891). */
export function emailKey(email: string): string {
  const [local = '', domain = ''] = email.normalize('NFC').trim().toLowerCase().split('@');
  return `${local}@${domainToASCII(domain) || domain}`;
}
