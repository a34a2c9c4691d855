import { checkAnswers, isEmpty, keptAnswers } from '#conferences';
import type { Answer, Form } from '#conferences';
import type { FieldProblem, FileId } from '#kernel';
import type { CountryTable } from '#people';
import type { AnswerInput } from './details.js';

/** Earlier answers with those given now: each replaces the one to its question, an empty one takes it back. */
export function mergedAnswers(earlier: readonly Answer[], given: readonly AnswerInput[] | null | undefined): readonly Answer[] {
  if (given === undefined) return earlier;
  if (given === null) return [];
  const now = given.map(toAnswer);
  const asked = new Set(now.map(({ question }) => question));
  return [...earlier.filter(({ question }) => !asked.has(question)), ...now.filter((answer) => !isEmpty(answer))];
}

function toAnswer(input: AnswerInput): Answer {
  return {
    question: input.question,
    ...(typeof input.text === 'string' ? { text: input.text } : {}),
    ...(Array.isArray(input.choices) ? { choices: input.choices as readonly string[] } : {}),
    ...(typeof input.date === 'string' ? { date: input.date } : {}),
    ...(typeof input.yes === 'boolean' ? { yes: input.yes } : {}),
    ...(typeof input.country === 'string' ? { country: input.country.trim().toUpperCase() } : {}),
    ...(typeof input.fileId === 'string' ? { fileId: input.fileId as FileId } : {}),
  };
}

/** The answers as kept, and what is wrong with them: a draft may lack some, a registration none. */
export function answersTo(form: Form, answers: readonly Answer[], countries: CountryTable, complete: boolean): { kept: readonly Answer[]; problems: readonly FieldProblem[] } {
  const problems = checkAnswers(form, answers, { complete, isCountry: (code) => countries.has(code) });
  return { kept: problems.length === 0 ? keptAnswers(form, answers) : answers, problems };
}
