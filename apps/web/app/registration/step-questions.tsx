import { ChoiceField, SelectField, TextField } from '../forms/field.js';
import type { FormAnswer } from '../forms/problems.js';
import type { Texts } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { COUNTRIES } from './choices.js';
import type { DraftData } from './draft.js';
import { FileField } from './file-field.js';

type Question = DraftData['category']['form']['questions'][number];

interface QuestionsProps {
  readonly draft: { readonly conference: Pick<DraftData['conference'], 'documentsKeptDays'>; readonly category: { readonly form: Pick<DraftData['category']['form'], 'questions'> }; readonly answers: DraftData['answers'] };
  readonly answer: FormAnswer | undefined;
}

/** The category's own questions. Without script all are shown; those with a condition say when they apply. */
export function QuestionsStep({ draft, answer }: QuestionsProps): React.ReactElement {
  return <>{draft.category.form.questions.map((question) => <QuestionField key={question.key} question={question} draft={draft} answer={answer} />)}</>;
}

function QuestionField({ question, draft, answer }: QuestionsProps & { readonly question: Question }): React.ReactElement {
  const texts = useTexts();
  const { t, own, locale, country } = texts;
  const name = `answers.${question.key}`;
  const given = draft.answers.find((one) => one.question === question.key);
  const condition = question.condition === null ? undefined : conditionText(question, draft, texts);
  const hint = [own(question.hint), condition].filter((part) => part !== undefined && part !== '').join(' ');
  const shared = { name, label: own(question.label), hint: hint === '' ? undefined : hint, answer, required: question.required && question.condition === null };
  switch (question.kind) {
    case 'CHOICE':
    case 'CHOICES':
      return <ChoiceField {...shared} many={question.kind === 'CHOICES'} values={given?.choices ?? []} choices={question.options.map((option) => ({ value: option.key, label: own(option.label) }))} />;
    case 'YES_NO':
      return <ChoiceField {...shared} values={given?.yes == null ? [] : [String(given.yes)]} choices={[{ value: 'true', label: t('web.yes') }, { value: 'false', label: t('web.no') }]} />;
    case 'COUNTRY':
      return <SelectField {...shared} value={given?.country} choices={COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale))} />;
    case 'DATE':
      return <TextField {...shared} type="date" value={given?.date} ltr />;
    case 'FILE':
      return <FileField {...shared} kept={given?.file?.name} keptDays={draft.conference.documentsKeptDays} />;
    case 'TEXT':
    case 'LONG_TEXT':
    case 'ORGANISATION':
      return <TextField {...shared} value={given?.text} {...(question.kind === 'LONG_TEXT' ? { lines: 5 } : {})} />;
  }
}

function conditionText(question: Question, draft: QuestionsProps['draft'], { t, own, country, either }: Texts): string | undefined {
  const earlier = draft.category.form.questions.find((one) => one.key === question.condition?.question);
  if (earlier === undefined) return undefined;
  const wanted = (question.condition?.equalsAny ?? []).map((value) => {
    const option = earlier.options.find((one) => one.key === value);
    if (option !== undefined) return own(option.label);
    if (earlier.kind === 'COUNTRY') return country(value);
    return value === 'true' ? t('web.yes') : value === 'false' ? t('web.no') : value;
  });
  return t('web.question.only-if', { question: own(earlier.label), answers: either(wanted) });
}
