import { buildHeaderParam, foldLines } from 'nodemailer/lib/mime-funcs';
import type { MailingId, MessageId } from '#kernel';
import type { Attachment } from '../letter.js';
import { MailingLayout } from '../mailing/mailing-layout.js';
import type { MailingContent } from '../mailing/mailing-press.js';
import type { PipedEnvelope } from '../post/piped-line.js';
import { dkimSignature } from './dkim.js';
import type { DkimKey } from './dkim.js';
import { base64, TextEncoder7Bit } from './encode-text.js';
import { addressField, textField, wireAddress } from './header-lines.js';

/** What is the same in all letters of a mailing. */
export interface InkPot {
  readonly mailingId: MailingId;
  readonly kind: string;
  readonly from: { readonly email: string; readonly name: string };
  readonly replyTo: string | null;
  /** The whole List-Id (RFC 2919). */
  readonly listId: string;
  readonly feedbackId: string;
  readonly returnPath: (id: MessageId) => string;
  readonly unsubscribeUrl: (id: MessageId) => string;
  readonly dkim: DkimKey | undefined;
}

/** To whom one letter goes. */
export interface InkedCover {
  readonly id: MessageId;
  readonly messageId: string;
  readonly to: { readonly email: string; readonly name: string };
  readonly locale: string;
  readonly date: Date;
}

export interface InkedLetter {
  readonly envelope: PipedEnvelope;
  /** Header and body as they go over the line, 7-bit, CRLF, dots not yet doubled. */
  readonly source: string;
}

// "=_" stands in no encoded part (RFC 2045, 6.7).
const OUTER = '=_huiguan_outer';
const INNER = '=_huiguan_inner';
const EIGHT_BIT = /[^\u0000-\u007f]/;

/** Writes letters of one mailing as mail (RFC 5322, MIME): layouts and their encoding are made once a language. */
export class MailingInk {
  private readonly layouts = new Map<string, MailingLayout>();
  private readonly encoder = new TextEncoder7Bit();
  private readonly attached = new WeakMap<Buffer, string>();
  private readonly constant: readonly string[];
  private readonly from: string;

  constructor(private readonly pot: InkPot) {
    this.from = addressField('From', pot.from);
    this.constant = [
      ...(pot.replyTo === null ? [] : [addressField('Reply-To', { email: pot.replyTo, name: '' })]),
      `List-Id: <${pot.listId}>`, `Feedback-ID: ${pot.feedbackId}`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      // RFC 3834: other robots do not answer, and Exchange sends no absence notes.
      'Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All', 'MIME-Version: 1.0', `X-Huiguan-Kind: ${pot.kind}`,
    ];
  }

  /** @throws ForbiddenHeaderText where the subject or a name holds a line break */
  write(content: MailingContent, cover: InkedCover): InkedLetter {
    const locale = content.locale ?? cover.locale;
    const unsubscribeUrl = this.pot.unsubscribeUrl(cover.id);
    const inside = { content, sender: this.pot.from.name, address: cover.to.email, unsubscribeUrl };
    const layout = this.layoutOf(locale);
    const alternative = [
      part('text/plain; charset=utf-8', this.encoder.encode(layout.text(inside)), INNER),
      part('text/html; charset=utf-8', this.encoder.encode(layout.html(inside)), INNER),
      `--${INNER}--\r\n`,
    ].join('');
    const attachments = content.attachments ?? [];
    const [type, body] = attachments.length === 0
      ? [`multipart/alternative; boundary="${INNER}"`, alternative]
      : [`multipart/mixed; boundary="${OUTER}"`, this.mixed(alternative, attachments)];
    const headers = [
      this.from, addressField('To', cover.to), textField('Subject', content.subject), `Date: ${dateField(cover.date)}`, `Message-ID: ${cover.messageId}`,
      `Content-Language: ${locale}`, `X-Huiguan-Message: ${cover.id}`, `List-Unsubscribe: <${unsubscribeUrl}>`, ...this.constant, `Content-Type: ${type}`,
    ].map(asBytes);
    const signature = this.pot.dkim === undefined ? '' : `${dkimSignature(headers, body, this.pot.dkim)}\r\n`;
    const source = `${signature}${headers.join('\r\n')}\r\n\r\n${body}`;
    return { source, envelope: { from: this.pot.returnPath(cover.id), to: wireAddress(cover.to.email), id: cover.id, size: source.length } };
  }

  private mixed(alternative: string, attachments: readonly Attachment[]): string {
    const parts = attachments.map((attachment) => {
      const type = attachment.method === undefined ? attachment.contentType : `${attachment.contentType}; method=${attachment.method}`;
      const named = buildHeaderParam('filename', attachment.filename, 50).map(({ key, value }) => `; ${key}=${/^[\w.%'*-]+$/.test(value) ? value : `"${value}"`}`).join('');
      return `--${OUTER}\r\nContent-Type: ${type}\r\n${foldLines(`Content-Disposition: attachment${named}`, 76)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${this.attachmentBody(attachment.content)}`;
    });
    return `--${OUTER}\r\nContent-Type: multipart/alternative; boundary="${INNER}"\r\n\r\n${alternative}${parts.join('')}--${OUTER}--\r\n`;
  }

  private attachmentBody(content: string | Buffer): string {
    if (typeof content === 'string') return base64(Buffer.from(content, 'utf8'));
    const known = this.attached.get(content) ?? base64(content);
    this.attached.set(content, known);
    return known;
  }

  private layoutOf(locale: string): MailingLayout {
    const known = this.layouts.get(locale) ?? new MailingLayout(locale);
    this.layouts.set(locale, known);
    return known;
  }
}

function part(type: string, { encoding, body }: { encoding: string; body: string }, boundary: string): string {
  return `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}

// Only an address of another script is not ASCII here; it goes as UTF-8 (RFC 6532), byte by byte.
function asBytes(line: string): string {
  return EIGHT_BIT.test(line) ? Buffer.from(line, 'utf8').toString('latin1') : line;
}

/** RFC 5322, 3.3. */
function dateField(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}
