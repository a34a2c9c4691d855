import { encodeWord, foldLines } from 'nodemailer/lib/mime-funcs';
import { domainOf } from '#kernel';
import { headerText } from '../header-text.js';

// What needs no coding in a display name or subject, beyond which encoded words begin (RFC 2047).
const PLAIN = /^[\x20-\x7e]*$/;
const ATOMS = /^[A-Za-z0-9 !#$%&'*+\-/=?^_`{|}~]*$/;
const LONGEST_WORD = 52;

/** One header field, folded at 76 (RFC 5322, 2.2.3), its text in encoded words where it is not ASCII. */
export function textField(name: string, text: string): string {
  return foldLines(`${name}: ${words(headerText(name, text))}`, 76);
}

/** A field of one address with its display name. */
export function addressField(name: string, { email, name: display }: { email: string; name: string }): string {
  const address = wireAddress(headerText(name, email));
  const shown = headerText(name, display).trim();
  if (shown === '') return `${name}: ${address}`;
  const phrase = !PLAIN.test(shown) || shown.includes('=?') ? words(shown) : ATOMS.test(shown) ? shown : `"${shown.replace(/["\\]/g, '\\$&')}"`;
  return foldLines(`${name}: ${phrase} <${address}>`, 76);
}

/** An address with its domain as DNS knows it; a local part of another script stays (RFC 6531). */
export function wireAddress(address: string): string {
  return `${address.slice(0, address.lastIndexOf('@'))}@${domainOf(address)}`;
}

function words(text: string): string {
  return PLAIN.test(text) && !text.includes('=?') ? text : encodeWord(text, shareOfAscii(text) > 0.7 ? 'Q' : 'B', LONGEST_WORD);
}

function shareOfAscii(text: string): number {
  return text === '' ? 1 : text.replace(/[^\x20-\x7e]/g, '').length / text.length;
}
