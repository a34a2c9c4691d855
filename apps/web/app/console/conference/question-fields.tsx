import { ChoiceField, SelectField, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { KINDS } from './category-data.js';
import type { QuestionData } from './category-data.js';
import { SideBySide } from './side-by-side.js';

interface QuestionFieldsProps {
  /** The one that is changed; a new one where absent. */
  readonly question: QuestionData | undefined;
  /** Those above it, which its condition may look at. */
  readonly earlier: readonly QuestionData[];
  readonly locales: readonly string[];
  readonly answer: FormAnswer | undefined;
}

const MORE = 4;

/** One question with its texts beside each other; choices and condition are there for those kinds that have them. */
export function QuestionFields({ question, earlier, locales, answer }: QuestionFieldsProps): React.ReactElement {
  const { t } = useTexts();
  const shared = { locales, answer };
  const typed = Object.keys(answer?.values ?? {}).filter((name) => /^options\.\d+\.key$/.test(name)).length;
  const rows = Math.max(typed, (question?.options.length ?? 0) + MORE);
  return (
    <>
      <SideBySide name="label" label={t('console.form.label')} value={question?.label} required {...shared} />
      <SideBySide name="hint" label={t('console.form.hint')} value={question?.hint} {...shared} />
      <SelectField name="kind" label={t('console.form.kind')} value={question?.kind ?? 'TEXT'} choices={KINDS.map((kind) => ({ value: kind, label: t(`console.form.kind.${kind}`) }))} answer={answer} required />
      <ChoiceField name="required" many label={t('console.form.must')} values={question?.required === true ? ['yes'] : []} choices={[{ value: 'yes', label: t('console.form.must-yes') }]} answer={answer} />
      <fieldset className="field" id="f-options">
        <legend>{t('console.form.options')} <span className="quiet">{t('web.optional')}</span></legend>
        <p className="hint">{t('console.form.options-hint')}</p>
        {answer?.problems.filter(({ path }) => path === 'options').map(({ message }) => <p key={message} className="problem">{message}</p>)}
        {Array.from({ length: rows }, (_row, index) => (
          <div key={index} className="stop">
            <SideBySide name={`options.${index}.label`} label={t('console.form.option', { number: index + 1 })} value={question?.options[index]?.label} {...shared} />
            <input type="hidden" name={`options.${index}.key`} value={question?.options[index]?.key ?? ''} />
          </div>
        ))}
      </fieldset>
      <ConditionField question={question} earlier={earlier} answer={answer} />
      {question === undefined ? <TextField name="key" label={t('console.form.key')} hint={t('console.form.key-hint')} answer={answer} ltr /> : <input type="hidden" name="key" value={question.key} />}
    </>
  );
}

/** Answers of earlier questions to be ticked; countries are typed, since there are too many to tick. */
function ConditionField({ question, earlier, answer }: Omit<QuestionFieldsProps, 'locales'>): React.ReactElement | null {
  const { t, own } = useTexts();
  const countable = earlier.filter(({ kind }) => kind === 'CHOICE' || kind === 'CHOICES' || kind === 'YES_NO');
  const countries = earlier.filter(({ kind }) => kind === 'COUNTRY');
  if (countable.length + countries.length === 0) return null;
  const condition = question?.condition ?? null;
  const choices = countable.flatMap((one) => answersOf(one, t).map(({ key, label }) => ({ value: `${one.key}:${key}`, label: t('console.form.condition-answer', { question: own(one.label), answer: typeof label === 'string' ? label : own(label) }) })));
  return (
    <>
      {choices.length > 0 && <ChoiceField name="condition" many label={t('console.form.condition')} hint={t('console.form.condition-hint')} values={condition?.equalsAny.map((value) => `${condition.question}:${value}`)} choices={choices} answer={answer} />}
      {countries.map((one) => (
        <TextField key={one.key} name={`countries.${one.key}`} label={t('console.form.condition-countries', { question: own(one.label) })} hint={t('console.form.condition-countries-hint')} value={condition?.question === one.key ? condition.equalsAny.join(', ') : ''} answer={answer} ltr />
      ))}
    </>
  );
}

function answersOf({ kind, options }: QuestionData, t: ReturnType<typeof useTexts>['t']): readonly { readonly key: string; readonly label: string | Record<string, string> }[] {
  return kind === 'YES_NO' ? [{ key: 'true', label: t('web.yes') }, { key: 'false', label: t('web.no') }] : options;
}
