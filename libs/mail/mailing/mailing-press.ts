import type { MailingId, MessageId } from '#kernel';
import type { EntityManager } from 'typeorm';
import type { Attachment } from '../letter.js';

/**
 * Text with parts filled in, as a tagged template has it: `fixed` is one longer than `filled`. Where `fixed` is the same
 * array from letter to letter (one a language), its parts are encoded once for the whole mailing.
 */
export interface FilledText {
  readonly fixed: readonly string[];
  readonly filled: readonly string[];
}

/** What a letter of a mailing says. The house's layout, the footer with the way out, headers and MIME are put around it. */
export interface MailingContent {
  /** The language it is written in, BCP 47; the reader's own where absent. */
  readonly locale?: string | undefined;
  readonly subject: string;
  /** The line that mailboxes show after the subject. */
  readonly preheader: string;
  /** Rows of the layout's table (`bareBody`), already made safe. */
  readonly html: string | FilledText;
  /** The same as plain text, lines of any length. */
  readonly text: string | FilledText;
  readonly attachments?: readonly Attachment[];
}

/** A row of the ledger as it is to be written. */
export interface MessageToPrint {
  readonly id: MessageId;
  readonly locale: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly props: object;
}

/** A mailing whose templates are read and parsed; kept for as long as the mailing is being sent. */
export interface OpenMailing {
  /** Pure and quick: called once a letter. @throws Error where the letter cannot be written; it is then FAILED and shown */
  print(message: MessageToPrint): MailingContent;
  /** Asked when a batch is taken up: those that are missing in the answer are CANCELLED (answered or registered meanwhile). */
  stillDue(em: EntityManager, messageIds: readonly MessageId[]): Promise<ReadonlySet<MessageId>>;
}

/** What writes the letters of mailings; campaigns have it, and the worker binds it. */
export abstract class MailingPress {
  abstract open(em: EntityManager, mailingId: MailingId): Promise<OpenMailing>;
}
