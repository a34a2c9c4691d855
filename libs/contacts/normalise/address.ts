import { domainToASCII } from 'node:url';
import { hasForbiddenCharacters } from '#kernel';
import emailAddresses from 'email-addresses';

export type AddressProblem = 'address.malformed' | 'address.several';

export interface FoundAddress {
  readonly address: string;
  /** Where the cell said it: `Wang Xiaoming <wang@example.org>`. */
  readonly name: string | null;
}

// RFC 5321, 4.5.3.1.
const LONGEST_LOCAL = 64;
const LONGEST = 254;
// Nearly all addresses; the grammar takes a hundred times as long to say so.
const PLAIN = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(?:[.]?[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]){0,40}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?[.]){1,6}[A-Za-z]{2,20}$/;
const DOT_ATOM = /^[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)*$/u;
// A full-width @ or full stop, and what spreadsheets and web pages put around addresses.
const AROUND = /^(mailto:|[\s<,;'‘’“”"，；。、]+(?=[^"]*@))|[\s>,;'’”，；。、.]+$/giu;

/**
 * The one mail address in a cell (RFC 5322 with letters of any script by RFC 6532), in NFC, with what a person means
 * rather than typed: a full-width @, a mailto: before it, a comma behind it. Its domain must be one that DNS could know.
 */
export function addressIn(cell: string): FoundAddress | AddressProblem {
  const text = cell.normalize('NFC').replace(/[＠﹫]/gu, '@').replace(/[\u200b\u2060\ufeff\u00a0\u3000]/gu, ' ').trim();
  const plain = parsed(text) ?? parsed(text.replace(AROUND, '').trim());
  if (plain !== undefined) return plain;
  return hasSeveral(text) ? 'address.several' : 'address.malformed';
}

function parsed(text: string): FoundAddress | undefined {
  if (PLAIN.test(text)) return { address: text.slice(0, text.lastIndexOf('@')) + text.slice(text.lastIndexOf('@')).toLowerCase(), name: null };
  if (text.length > LONGEST * 2 || hasForbiddenCharacters(text)) return undefined;
  const found = emailAddresses.parseOneAddress({ input: text, rfc6532: true });
  if (found?.type !== 'mailbox') return undefined;
  const domain = found.domain.toLowerCase();
  if (!isDomain(domain) || found.local === '' || Buffer.byteLength(found.local) > LONGEST_LOCAL) return undefined;
  const address = `${written(found.local)}@${domain}`;
  if (address.length > LONGEST) return undefined;
  return { address, name: found.name === null || found.name.trim() === '' ? null : found.name.trim() };
}

/** A local part with quotation marks only where it needs them (RFC 5321, 4.1.2). */
function written(local: string): string {
  return DOT_ATOM.test(local) ? local : `"${local.replace(/(["\\])/g, '\\$1')}"`;
}

// Mail to a bare host or an IP address reaches nobody outside of one machine.
function isDomain(domain: string): boolean {
  const labels = domainToASCII(domain).split('.');
  return labels.length >= 2 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

function hasSeveral(text: string): boolean {
  const parts = text.split(/[,;/、，；\s]+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.filter((part) => parsed(part) !== undefined).length > 1;
}
