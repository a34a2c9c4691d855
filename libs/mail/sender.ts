import { headerText } from './header-text.js';

export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly domain: string;
}

/** Reads MAIL_FROM, `Name <address>` or the bare address. @throws Error naming the setting */
export function senderOf(mailFrom: string): Sender {
  const found = /^(?:"?(?<name>[^"<>]*?)"?\s*<(?<inner>[^<>\s]+)>|(?<bare>[^<>\s]+))$/.exec(headerText('MAIL_FROM', mailFrom.trim()));
  const address = found?.groups?.['inner'] ?? found?.groups?.['bare'] ?? '';
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (found === null || !address.includes('@') || domain === '') throw new Error('MAIL_FROM must be an address such as "Huiguan <no-reply@example.org>"');
  return { name: found.groups?.['name']?.trim() ?? '', address, domain };
}
