import type { Settings } from '#platform';
import { dkimKeyOf } from '../post/named-servers.js';
import { dkimSignature } from './dkim.js';
import type { DkimKey } from './dkim.js';

/** What is set on a whole letter, header and body, before it leaves. */
export type Seal = (letter: Buffer) => Buffer;

/**
 * Signs the single letters of the house as those of mailings are signed, where a key is set: a sign-in link that fails DMARC
 * is a delegate shut out. The key is read when the first letter leaves, since only the worker may read it.
 */
export function sealOf(settings: Pick<Settings, 'DKIM_SELECTOR' | 'DKIM_KEY_FILE' | 'MAIL_FROM'>): Seal {
  let read: { readonly key: DkimKey | undefined } | undefined;
  return (letter) => {
    read ??= { key: dkimKeyOf(settings) };
    return read.key === undefined ? letter : sealed(letter, read.key);
  };
}

/** The letter with its DKIM-Signature (RFC 6376) above all other fields. */
function sealed(letter: Buffer, key: DkimKey): Buffer {
  const text = letter.toString('latin1');
  const gap = text.indexOf('\r\n\r\n');
  const signature = dkimSignature(text.slice(0, gap).split(/\r\n(?![ \t])/), text.slice(gap + 4), key);
  return Buffer.concat([Buffer.from(`${signature}\r\n`, 'latin1'), letter]);
}
