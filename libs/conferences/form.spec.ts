import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkAnswers } from './check-answers.js';
import { checkForm } from './check-form.js';
import type { QuestionInput } from './check-form.js';
import { anyAnswers, forms, suiting } from './form.arbitrary.js';
import type { Answer, Question } from './form.js';
import { keptAnswers } from './kept-answers.js';
import { visibleQuestions } from './visible-questions.js';

const question = (key: string, more: Partial<QuestionInput> = {}): QuestionInput =>
  ({ key, kind: 'TEXT', label: { en: key }, required: false, options: [], ...more });
const yesNo = (key: string, more: Partial<QuestionInput> = {}): QuestionInput => question(key, { kind: 'YES_NO', ...more });
const onlyIf = (asked: string, ...equalsAny: string[]): Partial<QuestionInput> => ({ condition: { question: asked, equalsAny } });

const problemsOf = (...questions: QuestionInput[]): unknown => {
  const checked = checkForm(questions);
  return 'problems' in checked ? checked.problems : [];
};
const formOf = (...questions: QuestionInput[]): { questions: readonly Question[] } => {
  const checked = checkForm(questions);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return { questions: checked.value };
};

describe('a form', () => {
  it('has each key once, and options where one chooses', () => {
    expect(problemsOf(question('diet'), question('diet'))).toEqual([{ path: 'questions.1.key', code: 'key-twice' }]);
    expect(problemsOf(question('Diet?'))).toEqual([{ path: 'questions.0.key', code: 'key-malformed' }]);
    expect(problemsOf(question('diet', { kind: 'CHOICE' }))).toEqual([{ path: 'questions.0.options', code: 'required' }]);
    expect(problemsOf(question('diet', { options: [{ key: 'a', label: { en: 'A' } }] }))).toEqual([{ path: 'questions.0.options', code: 'form.no-options-here' }]);
    const twice = { kind: 'CHOICE', options: [{ key: 'a', label: { en: 'A' } }, { key: 'a', label: {} }] } as const;
    expect(problemsOf(question('diet', twice))).toEqual([
      { path: 'questions.0.options.1.key', code: 'key-twice' }, { path: 'questions.0.options.1.label', code: 'required' },
    ]);
  });

  it('looks only back, and only at what can be counted', () => {
    expect(problemsOf(question('why', onlyIf('vegan', 'true')), yesNo('vegan'))).toEqual([{ path: 'questions.0.condition.question', code: 'form.condition-not-earlier' }]);
    expect(problemsOf(yesNo('vegan', onlyIf('vegan', 'true')))).toEqual([{ path: 'questions.0.condition.question', code: 'form.condition-not-earlier' }]);
    expect(problemsOf(question('name'), question('why', onlyIf('name', 'Ada')))).toEqual([{ path: 'questions.1.condition.question', code: 'form.condition-kind' }]);
    expect(problemsOf(yesNo('vegan'), question('why', onlyIf('vegan', 'perhaps')))).toEqual([{ path: 'questions.1.condition.equalsAny.0', code: 'unknown' }]);
    expect(problemsOf(yesNo('vegan'), question('why', onlyIf('vegan')))).toEqual([{ path: 'questions.1.condition.equalsAny', code: 'required' }]);
  });

  it('accepts again what it accepted', () => {
    fc.assert(fc.property(forms, ({ questions }) => { expect(checkForm(questions)).toEqual({ value: questions }); }));
  });
});

describe('what is shown', () => {
  const form = formOf(yesNo('guest'), yesNo('diet', onlyIf('guest', 'true')), question('which', { ...onlyIf('diet', 'true'), required: true }));

  it('hangs from what is shown itself', () => {
    const keys = (answers: readonly Answer[]): string[] => visibleQuestions(form, answers).map(({ key }) => key);
    expect(keys([])).toEqual(['guest']);
    expect(keys([{ question: 'guest', yes: true }, { question: 'diet', yes: true }])).toEqual(['guest', 'diet', 'which']);
    expect(keys([{ question: 'guest', yes: false }, { question: 'diet', yes: true }])).toEqual(['guest']);
  });

  it('does not ask, mind or keep what is hidden', () => {
    const answers: Answer[] = [{ question: 'guest', yes: false }, { question: 'diet', yes: true }, { question: 'which', date: 'nonsense' }];
    expect(checkAnswers(form, answers)).toEqual([]);
    expect(keptAnswers(form, answers)).toEqual([{ question: 'guest', yes: false }]);
    expect(checkAnswers(form, [{ question: 'guest', yes: true }, { question: 'diet', yes: true }])).toEqual([{ path: 'answers.which', code: 'required' }]);
  });

  it('depends on nothing that is hidden', () => {
    fc.assert(fc.property(forms, anyAnswers, (any, answers) => {
      const shown = visibleQuestions(any, answers).map(({ key }) => key);
      const seen = answers.filter((answer) => shown.includes(answer.question));
      expect(visibleQuestions(any, seen).map(({ key }) => key)).toEqual(shown);
      expect(any.questions.map(({ key }) => key).filter((key) => shown.includes(key))).toEqual(shown);
    }));
  });
});

describe('answers', () => {
  it('are checked by the kind of their question', () => {
    const choice = { kind: 'CHOICE', options: [{ key: 'a', label: { en: 'A' } }, { key: 'b', label: { en: 'B' } }] } as const;
    const form = formOf(question('one', choice), question('many', { ...choice, kind: 'CHOICES' }), question('day', { kind: 'DATE' }), question('from', { kind: 'COUNTRY' }), question('line'));
    const codes = (...answers: Answer[]): string[] => checkAnswers(form, answers, { isCountry: (code) => code === 'CN' }).map(({ path, code }) => `${path} ${code}`);
    expect(codes({ question: 'one', choices: ['a', 'b'] }, { question: 'many', choices: ['b', 'c'] }, { question: 'day', date: '2026-02-30' }))
      .toEqual(['answers.one answer.one-choice', 'answers.many unknown', 'answers.day date-malformed']);
    expect(codes({ question: 'from', country: 'XX' }, { question: 'line', text: 'a\u202eb' }, { question: 'one', text: 'a' }))
      .toEqual(['answers.one answer.wrong-kind', 'answers.from unknown', 'answers.line forbidden-characters']);
    expect(codes({ question: 'line', text: 'x'.repeat(301) }, { question: 'gone', text: '' })).toEqual(['answers.gone answer.question-unknown', 'answers.line too-long']);
    expect(codes({ question: 'day', date: '2026-06-01' }, { question: 'day', date: '2026-06-02' })).toEqual(['answers.day answer.twice']);
    expect(codes({ question: 'from', country: 'CN' }, { question: 'line', text: ' ' }, { question: 'many', choices: [] })).toEqual([]);
  });

  it('that suit every question that is shown are taken, and kept as they are', () => {
    fc.assert(fc.property(forms.chain((form) => fc.tuple(fc.constant(form), fc.tuple(...form.questions.map(suiting)))), ([form, answers]) => {
      expect(checkAnswers(form, answers)).toEqual([]);
      const kept = keptAnswers(form, answers);
      expect(checkAnswers(form, kept)).toEqual([]);
      expect(keptAnswers(form, kept)).toEqual(kept);
    }));
  });

  it('of any sort get a verdict; a draft is only asked for less', () => {
    fc.assert(fc.property(forms, anyAnswers, (form, answers) => {
      const all = checkAnswers(form, answers);
      const draft = checkAnswers(form, answers, { complete: false });
      expect(draft).toEqual(all.filter(({ code }) => code !== 'required'));
    }));
  });
});
