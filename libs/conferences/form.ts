import type { FileId, LocalizedText } from '#kernel';

export const questionKinds = ['TEXT', 'LONG_TEXT', 'CHOICE', 'CHOICES', 'DATE', 'FILE', 'YES_NO', 'COUNTRY', 'ORGANISATION'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface QuestionOption {
  readonly key: string;
  readonly label: LocalizedText;
}

/** Shows a question only where an earlier one was answered by one of these: option keys, country codes, "true" or "false". */
export interface QuestionCondition {
  readonly question: string;
  readonly equalsAny: readonly string[];
}

export interface Question {
  /** Stable within the category across versions, so that answers can be compared. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: LocalizedText;
  readonly hint: LocalizedText | null;
  readonly required: boolean;
  readonly options: readonly QuestionOption[];
  readonly condition: QuestionCondition | null;
}

/** The questions of a category at one version; answers keep the version they were given to. */
export interface Form {
  readonly version: number;
  readonly questions: readonly Question[];
}

/** An answer as it is kept (jsonb): the field that fits the question's kind is set, the others are absent. */
export interface Answer {
  readonly question: string;
  /** TEXT, LONG_TEXT, ORGANISATION. */
  readonly text?: string;
  /** CHOICE (one) and CHOICES: keys of options. */
  readonly choices?: readonly string[];
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly yes?: boolean;
  readonly country?: string;
  readonly fileId?: FileId;
}
