import type { PrintedLetter } from './letter-press.js';
import type { Attachment } from './letter.js';
import type { Envelope } from './post/smtp-line.js';

export interface Cover {
  readonly id: string;
  readonly kind: string;
  /** The same however often the letter is sent. */
  readonly messageId: string;
  readonly to: { readonly email: string; readonly name: string };
  readonly date: Date;
}

/** The letter as it goes over the line (RFC 5322, MIME), with its envelope. What composes it is loaded with the first: the api sends none. */
export async function mimeOf(letter: PrintedLetter, cover: Cover): Promise<{ envelope: Envelope; source: Buffer }> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const node = new MailComposer({
    from: { name: letter.from.name, address: letter.from.address },
    to: { name: cover.to.name, address: cover.to.email },
    subject: letter.subject,
    date: cover.date,
    messageId: cover.messageId,
    headers: {
      'Content-Language': letter.locale,
      // RFC 3834: other robots do not answer, and Exchange sends no absence notes.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Huiguan-Kind': cover.kind,
      'X-Huiguan-Message': cover.id,
    },
    text: letter.text,
    html: letter.html,
    attachments: [
      ...letter.pictures.map(({ cid, content }) => ({
        cid, content, contentType: 'image/png', filename: `${cid.slice(0, cid.indexOf('@'))}.png`, contentDisposition: 'inline' as const,
      })),
      ...letter.attachments.map((attachment) => ({
        filename: attachment.filename, content: attachment.content, contentType: contentTypeOf(attachment), contentDisposition: 'attachment' as const,
      })),
    ],
    xMailer: false,
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const source = await node.build();
  const { from, to } = node.getEnvelope();
  return { envelope: { from: from === false ? '' : from, to, size: source.length }, source };
}

function contentTypeOf({ contentType, method }: Attachment): string {
  return method === undefined ? contentType : `${contentType}; method=${method}`;
}
