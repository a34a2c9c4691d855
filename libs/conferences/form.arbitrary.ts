import fc from 'fast-check';
import type { Answer, Form, Question, QuestionKind } from './form.js';
import { questionKinds } from './form.js';

// Made-up forms and answers for property tests: few keys, so that they often meet.
const KEYS = ['arrival', 'company', 'diet', 'interpreter', 'role', 'visa'];
const OPTIONS = ['a', 'b', 'c'];

const condition = (earlier: readonly Question[]): fc.Arbitrary<Question['condition']> => {
  const usable = earlier.filter(({ kind }) => ['CHOICE', 'CHOICES', 'YES_NO', 'COUNTRY'].includes(kind));
  if (usable.length === 0) return fc.constant(null);
  const values: Partial<Record<QuestionKind, readonly string[]>> = { YES_NO: ['true', 'false'], COUNTRY: ['CN', 'NG'] };
  return fc.option(fc.constantFrom(...usable).chain(({ key, kind }) =>
    fc.record({ question: fc.constant(key), equalsAny: fc.subarray([...(values[kind] ?? OPTIONS)], { minLength: 1 }) })));
};

/** Forms that `checkForm` accepts. */
export const forms: fc.Arbitrary<Pick<Form, 'questions'>> = fc.shuffledSubarray(KEYS, { minLength: 1 }).chain((keys) =>
  keys.reduce<fc.Arbitrary<readonly Question[]>>(
    (built, key) => built.chain((earlier) => fc.record({
      kind: fc.constantFrom(...questionKinds), required: fc.boolean(), condition: condition(earlier),
    }).map(({ kind, required, condition: shownIf }) => [...earlier, {
      key, kind, required, condition: shownIf, label: { en: `Question ${key}` }, hint: null,
      options: kind === 'CHOICE' || kind === 'CHOICES' ? OPTIONS.map((option) => ({ key: option, label: { en: option } })) : [],
    }])),
    fc.constant([]),
  )).map((questions) => ({ questions }));

/** Any answers at all, right and wrong ones. */
export const anyAnswers: fc.Arbitrary<readonly Answer[]> = fc.array(fc.record({
  question: fc.constantFrom(...KEYS, 'unheard-of'),
  text: fc.string(),
  choices: fc.array(fc.constantFrom(...OPTIONS, 'z'), { maxLength: 3 }),
  date: fc.constantFrom('2026-06-01', '2026-02-30', 'soon'),
  yes: fc.boolean(),
  country: fc.constantFrom('CN', 'NG', 'cn', ''),
}, { requiredKeys: ['question'] }), { maxLength: 8 });

/** An answer that suits each question of a form. */
export const suiting = ({ key, kind }: Question): fc.Arbitrary<Answer> => {
  const question = fc.constant(key);
  switch (kind) {
    case 'TEXT':
    case 'LONG_TEXT':
    case 'ORGANISATION': return fc.record({ question, text: fc.constantFrom('Lagos', '重庆', 'Ærø') });
    case 'CHOICE': return fc.record({ question, choices: fc.subarray(OPTIONS, { minLength: 1, maxLength: 1 }) });
    case 'CHOICES': return fc.record({ question, choices: fc.subarray(OPTIONS, { minLength: 1 }) });
    case 'DATE': return fc.record({ question, date: fc.constant('2026-06-01') });
    case 'FILE': return fc.record({ question, fileId: fc.constant('0192e4a0-0000-7000-8000-000000000001' as NonNullable<Answer['fileId']>) });
    case 'YES_NO': return fc.record({ question, yes: fc.boolean() });
    case 'COUNTRY': return fc.record({ question, country: fc.constantFrom('CN', 'NG') });
  }
};
