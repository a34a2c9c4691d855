import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import type { Envelope, KeptMail } from './kept-mail.js';

/** Reads a mail as it came over the wire (RFC 5322, MIME) into what the mailbox shows of it. */
export async function readMail(id: number, envelope: Envelope, source: Buffer, acceptedAt: Date): Promise<KeptMail> {
  const parsed = await simpleParser(source);
  const headers = headersOf(parsed);
  return {
    id,
    to: envelope.to,
    from: parsed.from?.text ?? envelope.from,
    subject: parsed.subject ?? '',
    date: acceptedAt.toISOString(),
    kind: headers['x-huiguan-kind'] ?? null,
    messageId: parsed.messageId ?? null,
    headers,
    text: parsed.text ?? '',
    links: linksOf(parsed.html),
    attachments: parsed.attachments.map((part) => ({ name: part.filename ?? 'unnamed', type: part.contentType, bytes: part.size })),
    bytes: source.length,
  };
}

/** The HTML body with the pictures it carries inside, or nothing where the mail has only text. */
export async function htmlOf(source: Buffer): Promise<string | undefined> {
  const { html } = await simpleParser(source);
  return html === false ? undefined : html;
}

export async function attachmentOf(source: Buffer, position: number): Promise<{ name: string; type: string; content: Buffer } | undefined> {
  const part = (await simpleParser(source)).attachments[position];
  return part === undefined ? undefined : { name: part.filename ?? 'unnamed', type: part.contentType, content: part.content };
}

function headersOf(parsed: ParsedMail): Record<string, string> {
  const unfolded = parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).replace(/\r?\n\s+/g, ' ').trim()]);
  return Object.fromEntries(unfolded) as Record<string, string>;
}

const LINK = /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

function linksOf(html: string | false): readonly string[] {
  if (html === false) return [];
  const found = [...html.matchAll(LINK)].map((match) => unescaped(match[1] ?? match[2] ?? ''));
  return [...new Set(found)].filter((link) => /^https?:/.test(link));
}

function unescaped(attribute: string): string {
  return attribute.replace(/&amp;|&#38;|&#x26;/gi, '&').replace(/&quot;/g, '"').replace(/&#39;|&#x27;/gi, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>');
}
