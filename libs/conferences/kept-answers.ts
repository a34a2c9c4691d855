import { tidy } from '#kernel';
import { fieldOf, isEmpty } from './check-answers.js';
import type { Answer, Form, Question } from './form.js';
import { visibleQuestions } from './visible-questions.js';

/**
 * The answers as we keep them once `checkAnswers` found nothing wrong: in the order of the questions, tidied, without
 * empty ones and without those to questions that are not shown.
 */
export function keptAnswers(form: Pick<Form, 'questions'>, answers: readonly Answer[]): readonly Answer[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  return visibleQuestions(form, answers).flatMap((question) => {
    const answer = given.get(question.key);
    return answer === undefined || isEmpty(answer) ? [] : [tidied(question, answer)];
  });
}

function tidied(question: Question, answer: Answer): Answer {
  const field = fieldOf(question.kind);
  if (field !== 'text') return { question: question.key, [field]: answer[field] };
  const text = answer.text ?? '';
  return { question: question.key, text: question.kind === 'LONG_TEXT' ? text.normalize('NFC').replace(/\r\n?/g, '\n').trim() : tidy(text) };
}
