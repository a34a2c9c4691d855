import { createHash } from 'node:crypto';
import sign from 'nodemailer/lib/dkim/sign.js';

export interface DkimKey {
  /** The signing domain: that of our address, so that DMARC finds the two aligned (RFC 7489, 3.1). */
  readonly domain: string;
  readonly selector: string;
  /** PEM of an RSA key. */
  readonly privateKey: string;
}

/** Fields that are signed; RFC 8058, 4 asks for both of the last. */
const FIELDS = 'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Language:Auto-Submitted:List-Id:Feedback-ID:List-Unsubscribe:List-Unsubscribe-Post';

/**
 * The DKIM-Signature field of a letter (RFC 6376, relaxed/relaxed), folded, without the line break after it.
 * @param headers whole fields, each with its folds, without the last line break
 * @param body as it goes over the line, 7-bit
 */
export function dkimSignature(headers: readonly string[], body: string, { domain, selector, privateKey }: DkimKey): string {
  const parsed = headers.map((line) => ({ key: line.slice(0, line.indexOf(':')).toLowerCase(), line }));
  const hash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64');
  const signature: unknown = sign(parsed, 'sha256', hash, { domainName: domain, keySelector: selector, privateKey, headerFieldNames: FIELDS });
  if (typeof signature !== 'string') throw new Error('the DKIM key does not sign');
  return signature;
}

/** RFC 6376, 3.4.4: one space for each run of space, none at the end of a line, no empty lines at the end. */
function relaxedBody(body: string): string {
  return `${body.replace(/[ \t]+/g, ' ').replace(/ \r\n/g, '\r\n').replace(/(\r\n)*$/, '')}\r\n`;
}
