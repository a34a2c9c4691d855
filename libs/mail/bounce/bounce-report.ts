import type { ParsedMail, SimpleParserOptions } from 'mailparser';
import { isId } from '#kernel';
import type { MessageId } from '#kernel';

/** What a mail server or a mailbox provider tells of one letter. */
export interface BounceReport {
  /** DELIVERED and DELAYED prove that the mail server has the letter. */
  readonly action: 'FAILED' | 'DELAYED' | 'DELIVERED' | 'COMPLAINT';
  readonly recipient: string | undefined;
  /** Enhanced status code (RFC 3463). */
  readonly status: string | undefined;
  readonly diagnostic: string;
  /** From the header of the letter that came back; who received the report by its return path knows better. */
  readonly letterId: MessageId | undefined;
}

// The status is wanted as it came, not among the words.
const AS_PARTS: SimpleParserOptions & { keepDeliveryStatus: boolean } = { keepDeliveryStatus: true, skipImageLinks: true, skipHtmlToText: true };
type Fields = ReadonlyMap<string, string>;
const LONGEST = 500;
const ACTIONS: Readonly<Record<string, BounceReport['action']>> = { failed: 'FAILED', delayed: 'DELAYED', delivered: 'DELIVERED', relayed: 'DELIVERED', expanded: 'DELIVERED' };

/**
 * Reads a mail that came to a return path: delivery status notifications (RFC 3464), abuse reports (RFC 5965), and the
 * plain words of servers that write neither. Nothing for absence notes and other mail.
 */
export async function bounceReports(source: Buffer): Promise<readonly BounceReport[]> {
  // Large, and needed by whoever takes bounces alone.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(source, AS_PARTS);
  const letterId = letterIdIn(source);
  const complaint = partOf(mail, 'message/feedback-report');
  if (complaint !== undefined) return complaintOf(blocksOf(complaint)[0] ?? new Map(), letterId);
  const status = partOf(mail, 'message/delivery-status', 'message/global-delivery-status');
  if (status !== undefined) {
    const reports = blocksOf(status).slice(1).flatMap((fields) => reportOf(fields, letterId));
    if (reports.length > 0) return reports;
  }
  return inWords(mail, letterId);
}

function partOf(mail: ParsedMail, ...types: readonly string[]): string | undefined {
  return mail.attachments.find(({ contentType }) => types.includes(contentType.toLowerCase()))?.content.toString('utf8');
}

/** Groups of fields, apart by empty lines, each field unfolded, by its name in lower case. */
function blocksOf(text: string): readonly Fields[] {
  return text.replace(/\r\n/g, '\n').trim().split(/\n{2,}/).map((block) => new Map(
    block.replace(/\n[ \t]+/g, ' ').split('\n').flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
    })));
}

function reportOf(fields: Fields, letterId: MessageId | undefined): readonly BounceReport[] {
  const action = ACTIONS[(fields.get('action') ?? '').toLowerCase().split(/[\s(]/)[0] ?? ''];
  if (action === undefined) return [];
  const recipient = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
  const diagnostic = (fields.get('diagnostic-code') ?? fields.get('status') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  // "5.0.0" says nothing; the server's words may say more.
  const told = status === undefined || status.endsWith('.0.0') ? /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic)?.[0] ?? status : status;
  return [{ action, recipient, status: told, diagnostic: diagnostic.slice(0, LONGEST), letterId }];
}

function complaintOf(fields: Fields, letterId: MessageId | undefined): readonly BounceReport[] {
  const kind = (fields.get('feedback-type') ?? 'abuse').toLowerCase();
  // "not-spam" is praise; "dmarc" and "auth-failure" are about us, not about a reader.
  if (!['abuse', 'fraud', 'other', 'opt-out'].includes(kind)) return [];
  return [{ action: 'COMPLAINT', recipient: addressIn(fields.get('original-rcpt-to')), status: undefined, diagnostic: `complaint (${kind}) by ${fields.get('user-agent') ?? 'a mailbox provider'}`.slice(0, LONGEST), letterId }];
}

// Exim's older notices, qmail and the like: a header or a sentence, and the server's answer somewhere below.
function inWords(mail: ParsedMail, letterId: MessageId | undefined): readonly BounceReport[] {
  const automatic = mail.headers.get('auto-submitted');
  const failed = mail.headers.get('x-failed-recipients');
  const text = mail.text ?? '';
  const isSubject = /^(undeliver|mail delivery failed|delivery status notification \(failure\)|returned mail|failure notice)/i.test(mail.subject ?? '');
  if (typeof failed !== 'string' && (!isSubject || (typeof automatic === 'string' && automatic.toLowerCase().startsWith('auto-replied')))) return [];
  const answer = /\b5\d\d[ -][^\n]*/.exec(text)?.[0] ?? text.slice(0, LONGEST);
  const recipient = typeof failed === 'string' ? failed.split(',')[0]?.trim() : undefined;
  return [{ action: 'FAILED', recipient, status: /\b5\.\d{1,3}\.\d{1,3}\b/.exec(answer)?.[0], diagnostic: answer.replace(/\s+/g, ' ').slice(0, LONGEST), letterId }];
}

function addressIn(value: string | undefined): string | undefined {
  const address = value?.replace(/^[\w-]+\s*;\s*/, '').replace(/^<|>$/g, '').trim();
  return address === undefined || !address.includes('@') ? undefined : address;
}

/** Our own header in the letter that came back with the report. */
function letterIdIn(source: Buffer): MessageId | undefined {
  const id = /^X-Huiguan-Message:\s*([0-9a-f-]{36})\s*$/im.exec(source.toString('latin1'))?.[1];
  return id !== undefined && isId(id) ? id.toLowerCase() as MessageId : undefined;
}
