/** One attachment as the list of a mail shows it; its bytes are read from the source when asked for. */
export interface KeptAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** A caught mail, as the JSON API gives it. `id` grows with every mail, so that `after=<id>` gives what is newer. */
export interface KeptMail {
  readonly id: number;
  /** The envelope's recipients, which are those who would have got it. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  /** When it was accepted (ISO 8601, UTC). */
  readonly date: string;
  /** The header X-Huiguan-Kind: which letter this is. */
  readonly kind: string | null;
  readonly messageId: string | null;
  /** Message-ID, Content-Language, List-* and X-Huiguan-* by their lower-case names, and what else was written. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Where the links of the HTML body lead, in order, each once. */
  readonly links: readonly string[];
  readonly attachments: readonly KeptAttachment[];
  readonly bytes: number;
}

/** What the index holds of a mail: enough to search and list without opening its file. */
export type MailLine = Pick<KeptMail, 'id' | 'to' | 'from' | 'subject' | 'date' | 'kind'> & { readonly attachments: number };

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface MailQuery {
  /** Part of a recipient's address, in any case. */
  readonly to?: string | undefined;
  readonly kind?: string | undefined;
  /** Only mails with a greater id. */
  readonly after?: number | undefined;
}

export function lineOf(mail: KeptMail): MailLine {
  const { id, to, from, subject, date, kind } = mail;
  return { id, to, from, subject, date, kind, attachments: mail.attachments.length };
}
