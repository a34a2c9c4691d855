import { readFileSync } from 'node:fs';
import type { Settings } from '#platform';
import type { DkimKey } from '../ink/dkim.js';
import { senderOf } from '../sender.js';
import type { NamedServer } from './line-stock.js';
import { smtpServerOf } from './smtp-server.js';

/** Twenty hide the wait for commits (docs/decisions/mailings.md); a server that takes fewer at a time is given fewer. */
const LINES_OF_A_MAILING = 20;

/** The mail servers of mailings, from SMTP_SENDERS; SMTP_URL alone where it is not set. @throws Error naming the setting */
export function namedServersOf(settings: Pick<Settings, 'SMTP_SENDERS' | 'SMTP_URL'>): readonly NamedServer[] {
  const entries = (settings.SMTP_SENDERS ?? '').split(/\s+/).filter((entry) => entry !== '');
  if (entries.length === 0) return [{ name: 'main', server: smtpServerOf(settings.SMTP_URL, 'SMTP_URL', LINES_OF_A_MAILING), perMinute: perMinuteOf('SMTP_URL', settings.SMTP_URL) }];
  const servers = entries.map((entry) => {
    const [, name = '', url = ''] = /^([a-z0-9-]{1,40})=(smtps?:\/\/\S+)$/.exec(entry) ?? [];
    if (!URL.canParse(url)) throw new Error('SMTP_SENDERS: each must be a name and a URL, such as one=smtp://mail.example.org:587');
    return { name, server: smtpServerOf(url, `SMTP_SENDERS (${name})`, LINES_OF_A_MAILING), perMinute: perMinuteOf(`SMTP_SENDERS (${name})`, url) };
  });
  const twice = servers.find(({ name }, index) => servers.findIndex((one) => one.name === name) !== index);
  if (twice !== undefined) throw new Error(`SMTP_SENDERS: ${twice.name} is named twice`);
  return servers;
}

function perMinuteOf(setting: string, url: string): number | undefined {
  const text = new URL(url).searchParams.get('perMinute');
  if (text === null) return undefined;
  const perMinute = Number(text);
  if (!Number.isInteger(perMinute) || perMinute < 1) throw new Error(`${setting}: perMinute must be a whole number from 1`);
  return perMinute;
}

/** The key that signs letters, where one is set. @throws Error naming the setting */
export function dkimKeyOf(settings: Pick<Settings, 'DKIM_SELECTOR' | 'DKIM_KEY_FILE' | 'MAIL_FROM'>): DkimKey | undefined {
  const { DKIM_SELECTOR: selector, DKIM_KEY_FILE: file } = settings;
  if (selector === undefined && file === undefined) return undefined;
  if (selector === undefined || file === undefined) throw new Error('DKIM_SELECTOR and DKIM_KEY_FILE are set together, or neither');
  let privateKey: string;
  try {
    privateKey = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`DKIM_KEY_FILE: ${file} cannot be read`);
  }
  if (!privateKey.includes('PRIVATE KEY-----')) throw new Error(`DKIM_KEY_FILE: ${file} holds no private key (PEM)`);
  return { domain: senderOf(settings.MAIL_FROM).domain, selector, privateKey };
}
