import { domainToASCII } from 'node:url';

/** The part of a mail address after its last @, as DNS knows it (RFC 5891). */
export function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domainToASCII(domain) || domain;
}

/**
 * What two spellings of one mail address have in common: lower case, the local part without quotation marks that it does
 * not need (RFC 5321, 4.1.2), the domain as DNS knows it.
 */
export function addressKey(address: string): string {
  return `${unquoted(address.slice(0, address.lastIndexOf('@')).trim()).normalize('NFC').toLowerCase()}@${domainOf(address.trim())}`;
}

function unquoted(local: string): string {
  if (!/^".*"$/su.test(local)) return local;
  const bare = local.slice(1, -1).replace(/\\(.)/gsu, '$1');
  return /^[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)*$/u.test(bare) ? bare : local;
}
