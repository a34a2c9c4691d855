import { domainToASCII } from 'node:url';
import { searchWords } from '#kernel';

/**
 * What two spellings of one address have in common: lower case, the local part without quotation marks that it does not
 * need (RFC 5321, 4.1.2), the domain as DNS knows it (RFC 5891).
 */
export function addressKey(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  return `${unquoted(address.slice(0, at)).normalize('NFC').toLowerCase()}@${domainToASCII(domain) || domain}`;
}

function unquoted(local: string): string {
  if (!/^".*"$/su.test(local)) return local;
  const bare = local.slice(1, -1).replace(/\\(.)/gsu, '$1');
  return /^[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)*$/u.test(bare) ? bare : local;
}

/** An organisation as it is compared: case, width, marks and punctuation do not matter. */
export function organisationKey(organisation: string): string {
  return searchWords(organisation).join(' ');
}
