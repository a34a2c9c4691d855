import { isSlug } from '#kernel';
import type { FieldProblem, LocalizedText } from '#kernel';
import { questionKinds } from './form.js';
import type { Question, QuestionCondition, QuestionKind, QuestionOption } from './form.js';
import { checkOptionalText, checkText } from './texts.rules.js';
import type { Checked } from './texts.rules.js';

/** A question as an organiser wrote it. */
export interface QuestionInput {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: LocalizedText;
  readonly hint?: LocalizedText | null | undefined;
  readonly required: boolean;
  readonly options: readonly { readonly key: string; readonly label: LocalizedText }[];
  readonly condition?: QuestionCondition | null | undefined;
}

export const MOST_QUESTIONS = 100;
export const MOST_OPTIONS = 300;

/** Whether a kind of question is answered by choosing among its options. */
export function hasOptions(kind: QuestionKind): boolean {
  return kind === 'CHOICE' || kind === 'CHOICES';
}

/**
 * The questions as we keep them, or what is wrong with them. Keys are unique; conditions look only at earlier questions
 * that have a countable set of answers, so a form can be shown from top to bottom and never turns in a circle.
 */
export function checkForm(questions: readonly QuestionInput[], path = 'questions'): Checked<readonly Question[]> {
  if (questions.length > MOST_QUESTIONS) return { problems: [{ path, code: 'too-many', data: { max: MOST_QUESTIONS } }] };
  const problems: FieldProblem[] = [];
  const kept: Question[] = [];
  questions.forEach((question, index) => {
    const at = `${path}.${index}`;
    const take = <T>(check: Checked<T>, otherwise: T): T => {
      if ('value' in check) return check.value;
      problems.push(...check.problems);
      return otherwise;
    };
    problems.push(...keyProblems(question.key, kept.map(({ key }) => key), `${at}.key`));
    if (!questionKinds.includes(question.kind)) problems.push({ path: `${at}.kind`, code: 'unknown' });
    kept.push({
      key: question.key,
      kind: question.kind,
      label: take(checkText(question.label, `${at}.label`, 'line'), {}),
      hint: take(checkOptionalText(question.hint, `${at}.hint`, 'line'), null),
      required: question.required,
      options: take(checkOptions(question, `${at}.options`), []),
      condition: take(checkCondition(question.condition ?? null, kept, `${at}.condition`), null),
    });
  });
  return problems.length > 0 ? { problems } : { value: kept };
}

function keyProblems(key: string, earlier: readonly string[], path: string): readonly FieldProblem[] {
  if (!isSlug(key)) return [{ path, code: 'key-malformed' }];
  return earlier.includes(key) ? [{ path, code: 'key-twice' }] : [];
}

function checkOptions({ kind, options }: QuestionInput, path: string): Checked<readonly QuestionOption[]> {
  if (!hasOptions(kind)) return options.length === 0 ? { value: [] } : { problems: [{ path, code: 'form.no-options-here' }] };
  if (options.length === 0) return { problems: [{ path, code: 'required' }] };
  if (options.length > MOST_OPTIONS) return { problems: [{ path, code: 'too-many', data: { max: MOST_OPTIONS } }] };
  const keys = options.map(({ key }) => key);
  const checks = options.map(({ key, label }, index) => {
    const text = checkText(label, `${path}.${index}.label`, 'line');
    const problems = [...keyProblems(key, keys.slice(0, index), `${path}.${index}.key`), ...('problems' in text ? text.problems : [])];
    return { problems, option: { key, label: 'value' in text ? text.value : {} } };
  });
  const problems = checks.flatMap((check) => check.problems);
  return problems.length > 0 ? { problems } : { value: checks.map(({ option }) => option) };
}

function checkCondition(condition: QuestionCondition | null, earlier: readonly Question[], path: string): Checked<QuestionCondition | null> {
  if (condition === null) return { value: null };
  const asked = earlier.find(({ key }) => key === condition.question);
  if (asked === undefined) return { problems: [{ path: `${path}.question`, code: 'form.condition-not-earlier' }] };
  const isAnswer = answersOf(asked);
  if (isAnswer === undefined) return { problems: [{ path: `${path}.question`, code: 'form.condition-kind' }] };
  if (condition.equalsAny.length === 0) return { problems: [{ path: `${path}.equalsAny`, code: 'required' }] };
  if (condition.equalsAny.length > MOST_OPTIONS) return { problems: [{ path: `${path}.equalsAny`, code: 'too-many', data: { max: MOST_OPTIONS } }] };
  const unknown = condition.equalsAny.flatMap((answer, index) => (isAnswer(answer) ? [] : [{ path: `${path}.equalsAny.${index}`, code: 'unknown' }]));
  return unknown.length > 0 ? { problems: unknown } : { value: { question: condition.question, equalsAny: [...new Set(condition.equalsAny)] } };
}

/** What may be answered to a question that conditions can look at; nothing for free text, dates and files. */
function answersOf(question: Question): ((answer: string) => boolean) | undefined {
  switch (question.kind) {
    case 'CHOICE':
    case 'CHOICES': return (answer) => question.options.some(({ key }) => key === answer);
    case 'YES_NO': return (answer) => answer === 'true' || answer === 'false';
    case 'COUNTRY': return (answer) => /^[A-Z]{2}$/.test(answer);
    case 'TEXT':
    case 'LONG_TEXT':
    case 'DATE':
    case 'FILE':
    case 'ORGANISATION': return undefined;
  }
}
