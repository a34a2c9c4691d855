import type { Answer, Form, Question } from './form.js';

/**
 * The questions that are shown for these answers, in order. A hidden question counts as not answered, so what hangs from
 * it is hidden as well; answers to it are neither asked for nor minded.
 */
export function visibleQuestions(form: Pick<Form, 'questions'>, answers: readonly Answer[]): readonly Question[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const shown = new Map<string, readonly string[]>();
  return form.questions.filter((question) => {
    const { condition } = question;
    const isShown = condition === null || (shown.get(condition.question) ?? []).some((value) => condition.equalsAny.includes(value));
    if (isShown) shown.set(question.key, countable(question, given.get(question.key)));
    return isShown;
  });
}

/** An answer as conditions compare it: keys of options, a country's code, "true" or "false". */
function countable(question: Question, answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [];
  if (question.kind === 'CHOICE' || question.kind === 'CHOICES') return answer.choices ?? [];
  if (question.kind === 'COUNTRY') return answer.country === undefined ? [] : [answer.country];
  if (question.kind === 'YES_NO') return answer.yes === undefined ? [] : [String(answer.yes)];
  return [];
}
