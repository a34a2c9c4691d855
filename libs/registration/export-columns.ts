import type { Answer, Category, Question } from '#conferences';
import type { Cell } from '#documents';
import { t } from '#i18n';
import type { MessageKey } from '#i18n';
import { textFor } from '#kernel';
import { fullLatin } from '#people';
import type { Person } from '#people';
import type { Registration } from './registration.entity.js';

/** One line of the export before it is cut into cells. */
export interface ExportRow {
  readonly registration: Registration;
  readonly person: Person | undefined;
  readonly category: Category;
}

export interface ExportColumn {
  readonly header: string;
  readonly width: number;
  readonly cell: (row: ExportRow) => Cell;
}

type Plain = readonly [key: MessageKey, width: number, cell: (row: ExportRow, locale: string) => Cell];

const PLAIN: readonly Plain[] = [
  ['export.registration.code', 14, ({ registration }) => registration.code],
  ['export.registration.state', 14, ({ registration }, locale) => t(locale, `state.registration.${registration.state}`)],
  ['export.registration.category', 16, ({ category }, locale) => textFor(category.title, locale)],
  ['export.registration.native-name', 20, ({ person }) => person?.names.native ?? null],
  ['export.registration.latin-name', 26, ({ person }) => (person === undefined ? null : fullLatin(person.names))],
  ['export.registration.latin-family', 18, ({ person }) => person?.names.latinFamily ?? null],
  ['export.registration.latin-given', 18, ({ person }) => person?.names.latinGiven ?? null],
  ['export.registration.salutation', 10, ({ person }) => person?.names.salutation ?? null],
  ['export.registration.badge', 24, ({ person }) => person?.names.badge ?? null],
  ['export.registration.nationality', 8, ({ registration }) => registration.nationality],
  ['export.registration.residence', 8, ({ person }) => person?.residence ?? null],
  ['export.registration.organisation', 30, ({ registration }) => registration.organisation],
  ['export.registration.job-title', 24, ({ registration }) => registration.jobTitle],
  ['export.registration.email', 30, ({ registration }) => registration.email],
  ['export.registration.phone', 18, ({ registration }) => registration.phone],
  ['export.registration.locale', 8, ({ registration }) => registration.locale],
  ['export.registration.languages', 14, ({ registration }) => registration.languages.join(' ')],
  ['export.registration.interpretation', 10, ({ registration }) => registration.interpretation],
  ['export.registration.dietary', 24, ({ registration }) => registration.dietaryNeeds],
  ['export.registration.access', 24, ({ registration }) => registration.accessNeeds],
  ['export.registration.origin', 8, ({ registration }) => registration.origin],
  ['export.registration.submitted', 20, ({ registration }) => registration.submittedAt],
];

/** The columns of an export in the reader's language: what every registration has, then the questions of each category's newest form. */
export function exportColumns(locale: string, forms: readonly { readonly category: Category; readonly questions: readonly Question[] }[]): readonly ExportColumn[] {
  const plain = PLAIN.map(([key, width, cell]): ExportColumn => ({ header: t(locale, key), width, cell: (row) => cell(row, locale) }));
  const asked = forms.flatMap(({ category, questions }) => questions.map((question): ExportColumn => ({
    header: forms.length > 1 ? `${textFor(category.title, locale)}: ${textFor(question.label, locale)}` : textFor(question.label, locale),
    width: 24,
    cell: ({ registration }) => {
      const answer = registration.categoryId === category.id ? registration.answers.find((given) => given.question === question.key) : undefined;
      return answer === undefined ? null : answerCell(question, answer, locale);
    },
  })));
  return [...plain, ...asked];
}

function answerCell(question: Question, answer: Answer, locale: string): Cell {
  if (answer.choices !== undefined) {
    const labelOf = (key: string): string => textFor(question.options.find((option) => option.key === key)?.label ?? {}, locale) || key;
    return answer.choices.map(labelOf).join('; ');
  }
  if (answer.yes !== undefined) return t(locale, answer.yes ? 'export.registration.yes' : 'export.registration.no');
  return answer.text ?? answer.date ?? answer.country ?? answer.fileId ?? null;
}
