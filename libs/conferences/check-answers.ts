import { hasForbiddenCharacters, isId } from '#kernel';
import type { FieldProblem } from '#kernel';
import type { Answer, Form, Question, QuestionKind } from './form.js';
import { isCalendarDate } from './shift.rules.js';
import { visibleQuestions } from './visible-questions.js';

export interface AnswerChecks {
  /** False for a draft: what is there is checked, nothing is missed. */
  readonly complete?: boolean;
  /** Whether a country may be answered on this installation; any two capital letters where not given. */
  readonly isCountry?: (code: string) => boolean;
}

const LONGEST: Partial<Record<QuestionKind, number>> = { TEXT: 300, ORGANISATION: 200, LONG_TEXT: 5_000 };

/**
 * What is wrong with answers to a form, each under `answers.<key>`, in the order of the questions. Whether a file exists
 * and is the person's own is for the caller to ask. Total: any answers give a verdict, none a fault.
 */
export function checkAnswers(form: Pick<Form, 'questions'>, answers: readonly Answer[], checks: AnswerChecks = {}): readonly FieldProblem[] {
  const shown = visibleQuestions(form, answers);
  const strangers = answers.filter((answer) => !form.questions.some(({ key }) => key === answer.question));
  return [
    ...strangers.map(({ question }) => ({ path: `answers.${question}`, code: 'answer.question-unknown' })),
    ...shown.flatMap((question) => {
      const given = answers.filter((answer) => answer.question === question.key);
      const code = given.length > 1 ? { code: 'answer.twice' } : problemOf(question, given[0], checks);
      return code === undefined ? [] : [{ path: `answers.${question.key}`, ...code }];
    }),
  ];
}

type Problem = Omit<FieldProblem, 'path'>;

function problemOf(question: Question, answer: Answer | undefined, checks: AnswerChecks): Problem | undefined {
  if (answer === undefined || isEmpty(answer)) return question.required && checks.complete !== false ? { code: 'required' } : undefined;
  if (fieldOf(question.kind) !== onlyField(answer)) return { code: 'answer.wrong-kind' };
  switch (question.kind) {
    case 'TEXT':
    case 'ORGANISATION':
    case 'LONG_TEXT': return textProblem(answer.text ?? '', question.kind);
    case 'CHOICE':
    case 'CHOICES': return choiceProblem(question, answer.choices ?? []);
    case 'DATE': return isCalendarDate(answer.date ?? '') ? undefined : { code: 'date-malformed' };
    case 'COUNTRY': return (checks.isCountry ?? isCode)(answer.country ?? '') ? undefined : { code: 'unknown' };
    case 'FILE': return isId(answer.fileId ?? '') ? undefined : { code: 'malformed' };
    case 'YES_NO': return undefined;
  }
}

function textProblem(text: string, kind: QuestionKind): Problem | undefined {
  const max = LONGEST[kind] ?? 0;
  const plain = kind === 'LONG_TEXT' ? text.replace(/\r?\n|\t/g, ' ') : text;
  if (hasForbiddenCharacters(plain)) return { code: 'forbidden-characters' };
  return text.length > max ? { code: 'too-long', data: { max } } : undefined;
}

function choiceProblem(question: Question, choices: readonly string[]): Problem | undefined {
  if (choices.some((choice) => !question.options.some(({ key }) => key === choice))) return { code: 'unknown' };
  if (new Set(choices).size !== choices.length) return { code: 'answer.twice' };
  return question.kind === 'CHOICE' && choices.length > 1 ? { code: 'answer.one-choice' } : undefined;
}

const isCode = (code: string): boolean => /^[A-Z]{2}$/.test(code);

type AnswerField = Exclude<keyof Answer, 'question'>;
const FIELDS: readonly AnswerField[] = ['text', 'choices', 'date', 'yes', 'country', 'fileId'];

/** The field that answers a kind of question. */
export function fieldOf(kind: QuestionKind): AnswerField {
  switch (kind) {
    case 'TEXT':
    case 'LONG_TEXT':
    case 'ORGANISATION': return 'text';
    case 'CHOICE':
    case 'CHOICES': return 'choices';
    case 'DATE': return 'date';
    case 'FILE': return 'fileId';
    case 'YES_NO': return 'yes';
    case 'COUNTRY': return 'country';
  }
}

/** Whether nothing was said: no field, or only empty ones, as forms post them. */
export function isEmpty(answer: Answer): boolean {
  return filled(answer).length === 0;
}

function onlyField(answer: Answer): AnswerField | undefined {
  const fields = filled(answer);
  return fields.length === 1 ? fields[0] : undefined;
}

function filled(answer: Answer): readonly AnswerField[] {
  return FIELDS.filter((field) => {
    const value = answer[field];
    if (value === undefined || value === null) return false;
    return typeof value === 'string' ? value.trim() !== '' : typeof value === 'boolean' || value.length > 0;
  });
}
