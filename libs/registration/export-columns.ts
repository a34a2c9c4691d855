import type { Answer, Category, Question } from '#conferences';
import type { Cell } from '#documents';
import { t } from '#i18n';
import type { MessageKey } from '#i18n';
import { textFor } from '#kernel';
import { fullLatin } from '#people';
import type { ExportLine } from './export-lines.js';
import { registrationStates } from './registration.status.js';

export interface ExportColumn {
  readonly header: string;
  readonly width: number;
  readonly cell: (line: ExportLine) => Cell;
}

/** What a line names by a code or id, in the reader's language: put into words once, not for each line. */
interface Wording {
  readonly states: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

type Plain = readonly [key: MessageKey, width: number, cell: (line: ExportLine, wording: Wording) => Cell];

const PLAIN: readonly Plain[] = [
  ['export.registration.code', 14, ({ code }) => code],
  ['export.registration.state', 14, ({ state }, { states }) => states.get(state) ?? state],
  ['export.registration.category', 16, ({ categoryId }, { categories }) => categories.get(categoryId) ?? null],
  ['export.registration.native-name', 20, ({ nativeName }) => nativeName],
  ['export.registration.latin-name', 26, latinName],
  ['export.registration.latin-family', 18, ({ latinFamily }) => latinFamily],
  ['export.registration.latin-given', 18, ({ latinGiven }) => latinGiven],
  ['export.registration.salutation', 10, ({ salutation }) => salutation],
  ['export.registration.badge', 24, ({ badgeName }) => badgeName],
  ['export.registration.nationality', 8, ({ nationality }) => nationality],
  ['export.registration.residence', 8, ({ residence }) => residence],
  ['export.registration.organisation', 30, ({ organisation }) => organisation],
  ['export.registration.job-title', 24, ({ jobTitle }) => jobTitle],
  ['export.registration.email', 30, ({ email }) => email],
  ['export.registration.phone', 18, ({ phone }) => phone],
  ['export.registration.locale', 8, ({ locale }) => locale],
  ['export.registration.languages', 14, ({ languages }) => languages],
  ['export.registration.interpretation', 10, ({ interpretation }) => interpretation],
  ['export.registration.dietary', 24, ({ dietaryNeeds }) => dietaryNeeds],
  ['export.registration.access', 24, ({ accessNeeds }) => accessNeeds],
  ['export.registration.origin', 8, ({ origin }) => origin],
  ['export.registration.tags', 24, ({ tags }) => tags],
  ['export.registration.submitted', 20, ({ submittedAt }) => submittedAt],
];

/** The columns of an export in the reader's language: what every registration has, then the questions of each category's newest form. */
export function exportColumns(locale: string, forms: readonly { readonly category: Category; readonly questions: readonly Question[] }[]): readonly ExportColumn[] {
  const wording: Wording = {
    states: new Map(registrationStates.map((state) => [state, t(locale, `state.registration.${state}`)])),
    categories: new Map(forms.map(({ category }) => [category.id, textFor(category.title, locale)])),
  };
  const plain = PLAIN.map(([key, width, cell]): ExportColumn => ({ header: t(locale, key), width, cell: (line) => cell(line, wording) }));
  const asked = forms.flatMap(({ category, questions }) => questions.map((question): ExportColumn => ({
    header: forms.length > 1 ? `${textFor(category.title, locale)}: ${textFor(question.label, locale)}` : textFor(question.label, locale),
    width: 24,
    cell: ({ categoryId, answers }) => {
      const answer = categoryId === category.id ? answers.find((given) => given.question === question.key) : undefined;
      return answer === undefined ? null : answerCell(question, answer, locale);
    },
  })));
  return [...plain, ...asked];
}

function latinName({ latinFamily, latinGiven, nameOrder }: ExportLine): Cell {
  return latinFamily === null || nameOrder === null ? null : fullLatin({ latinFamily, latinGiven, order: nameOrder });
}

function answerCell(question: Question, answer: Answer, locale: string): Cell {
  if (answer.choices !== undefined) {
    const labelOf = (key: string): string => textFor(question.options.find((option) => option.key === key)?.label ?? {}, locale) || key;
    return answer.choices.map(labelOf).join('; ');
  }
  if (answer.yes !== undefined) return t(locale, answer.yes ? 'export.registration.yes' : 'export.registration.no');
  return answer.text ?? answer.date ?? answer.country ?? answer.fileId ?? null;
}
