import { encode, wrap } from 'nodemailer/lib/qp';
import type { FilledText } from '../mailing/mailing-press.js';

/** A text as it stands in a letter: 7-bit, CRLF, no line over 76 characters. */
export interface EncodedText {
  readonly encoding: 'quoted-printable' | 'base64';
  readonly body: string;
}

// Of text that is mostly of another script, base64 makes the shorter letter: 4/3 instead of three times its bytes.
const BASE64_FROM = 1 / 6;
/** A break that is no break (RFC 2045, 6.7, rule 5): after it a line begins anew, so that parts may be encoded apart. */
const SEAM = '=\r\n';
/** The 76 characters of RFC 2045, 6.7, rule 5, without the one that a seam takes. */
const LINE = 75;

interface FixedParts {
  readonly isBase64: boolean;
  readonly encoded: readonly string[];
}

/**
 * Encodes texts whose fixed parts come again and again: those are encoded once, what was filled in each time, and both are
 * joined by soft line breaks.
 */
export class TextEncoder7Bit {
  private readonly known = new WeakMap<readonly string[], FixedParts>();

  encode(text: FilledText): EncodedText {
    const fixed = this.fixedOf(text);
    if (fixed.isBase64) return { encoding: 'base64', body: base64(joined(text)) };
    const parts = fixed.encoded;
    let body = parts[0] ?? '';
    text.filled.forEach((value, index) => {
      if (value !== '') body += quoted(value) + SEAM;
      body += parts[index + 1] ?? '';
    });
    return { encoding: 'quoted-printable', body: `${body}\r\n` };
  }

  private fixedOf(text: FilledText): FixedParts {
    const known = this.known.get(text.fixed);
    if (known !== undefined) return known;
    const isBase64 = shareOfOtherScripts(joined(text)) > BASE64_FROM;
    const last = text.fixed.length - 1;
    const made = { isBase64, encoded: isBase64 ? [] : text.fixed.map((part, index) => (part === '' ? '' : quoted(part) + (index === last ? '' : SEAM))) };
    this.known.set(text.fixed, made);
    return made;
  }
}

export function joined({ fixed, filled }: FilledText): string {
  return fixed.reduce((text, part, index) => text + part + (filled[index] ?? ''), '');
}

function quoted(text: string): string {
  return wrap(encode(text.replace(/\r?\n/g, '\r\n')), LINE);
}

/** RFC 2045, 6.8: lines of 76. */
export function base64(content: string | Buffer): string {
  const bytes = typeof content === 'string' ? Buffer.from(content.replace(/\r?\n/g, '\r\n'), 'utf8') : content;
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n').replace(/(?<!\n)$/, '\r\n');
}

function shareOfOtherScripts(text: string): number {
  let others = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) others += 1;
  return text.length === 0 ? 0 : others / text.length;
}
