import type { Locale, MessageKey, MessageValues } from '#i18n';

/** A stretch of running text. A link leads to a page or a mailbox. */
export interface Span {
  readonly text: string;
  readonly isStrong?: boolean;
  readonly isEmphasised?: boolean;
  readonly url?: string;
}

/**
 * What a letter is built of, top to bottom. Text is plain text: the layout escapes it, and line breaks within a paragraph
 * stay. A button stands once in a letter; what matters without it goes into `facts`, what is small print into `note`.
 */
export type Block =
  | { readonly p: string }
  | { readonly rich: readonly Span[] }
  | { readonly list: { readonly isOrdered: boolean; readonly items: readonly (readonly Span[])[] } }
  | { readonly rule: true }
  | { readonly heading: string }
  | { readonly button: { readonly label: string; readonly url: string } }
  | { readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly note: string }
  | { readonly qr: { readonly text: string; readonly alt: string } };

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
  /** Of a calendar file (RFC 5546); mailboxes then offer to keep the date. */
  readonly method?: 'PUBLISH' | 'REQUEST' | 'CANCEL';
}

export interface LetterContent {
  readonly subject: string;
  /** The line that mailboxes show after the subject. */
  readonly preheader: string;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly Attachment[];
}

export interface LetterContext {
  /** The language the letter is written in, which every message and date of it uses. */
  readonly locale: Locale;
  /** The reader's own language, for texts that organisers wrote in several (`textFor(title, reader)`). */
  readonly reader: string;
  t(key: MessageKey, values?: MessageValues): string;
  /** Where links lead, without a slash at its end; never taken from a request. */
  readonly publicUrl: string;
  /** A token that opens one door, made anew at each rendering and kept nowhere. */
  linkToken(purpose: string, id: string): string;
}

/** One kind of letter: how its props, a snapshot in the ledger, become what a person reads. */
export interface Letter<Props extends object> {
  readonly kind: string;
  readonly urgent: boolean;
  readonly samples: readonly Props[];
  render(props: Props, context: LetterContext): LetterContent;
}

export interface LetterDefinition<Props extends object> {
  /**
   * The reader waits for it before the screen: it goes first, and when it is unclear whether it arrived it is simply sent
   * again. Every other letter is then left to a person.
   */
  readonly urgent?: boolean;
  /** Made-up props, at least one for each shape the letter can take; boot renders them in every complete language. */
  readonly samples: readonly [Props, ...Props[]];
  /** Pure. Props are JSON (dates as ISO strings) and hold no secret. */
  render(props: Props, context: LetterContext): LetterContent;
}

const declared = new Map<string, Letter<object>>();

/** Declares a kind of letter; importing its file is what makes it known. Kinds are `context.what-happened`. */
export function defineLetter<Props extends object>(kind: string, definition: LetterDefinition<Props>): Letter<Props> {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(kind)) throw new Error(`${kind} is no name for a letter`);
  if (declared.has(kind)) throw new Error(`letter ${kind} is declared twice`);
  const letter: Letter<Props> = {
    kind,
    urgent: definition.urgent ?? false,
    samples: definition.samples,
    render: (props, context) => definition.render(props, context),
  };
  declared.set(kind, letter);
  return letter;
}

export function letterOf(kind: string): Letter<object> | undefined {
  return declared.get(kind);
}

export function allLetters(): readonly Letter<object>[] {
  return [...declared.values()];
}
