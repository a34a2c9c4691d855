import { useTexts } from '../i18n/use-texts.js';
import { FIELD_NAMES } from './field-names.js';
import { fieldId } from './problems.js';
import type { FormAnswer } from './problems.js';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly answer?: FormAnswer | undefined;
  readonly required?: boolean;
}

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number' | 'datetime-local' | 'url' | 'password';
  readonly value?: string | null | undefined;
  readonly lines?: number;
  readonly autoComplete?: string;
  readonly ltr?: boolean;
  /** Of what is written, where that is certain; otherwise its first letter says. */
  readonly direction?: 'ltr' | 'rtl';
  readonly lang?: string;
  /** Id of a datalist of words that are offered. */
  readonly list?: string;
  /** Its group says already whether it may stay empty. */
  readonly plain?: boolean;
}

/** A label, a hint, one input and its problem, tied together for every reader. */
export function TextField({ name, label, hint, answer, required = false, type = 'text', value, lines, autoComplete, ltr = false, direction, lang, list, plain = false }: TextProps): React.ReactElement {
  const { t } = useTexts();
  const problem = answer?.problems.find((one) => one.path === name);
  const shown = answer?.values[name]?.[0] ?? value ?? '';
  const id = fieldId(name);
  const described = [hint === undefined ? undefined : `${id}-hint`, problem === undefined ? undefined : `${id}-problem`].filter((one) => one !== undefined).join(' ');
  const shared = {
    id, name, defaultValue: shown, lang, dir: ltr ? 'ltr' : direction ?? 'auto', autoComplete,
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-describedby': described === '' ? undefined : described,
    'aria-required': required ? true : undefined,
  } as const;
  return (
    <div className={problem === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}{!required && !plain && <span className="quiet"> {t('web.optional')}</span>}</label>
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem !== undefined && <p className="problem" id={`${id}-problem`}>{problem.message}</p>}
      {lines === undefined ? <input type={type} list={list} {...shared} /> : <textarea rows={lines} {...shared} />}
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | null | undefined;
  /** What the empty choice is called where it means something. */
  readonly none?: string;
}

/** One of many, as a list that opens. */
export function SelectField({ name, label, hint, answer, required = false, choices, value, none }: ChoiceProps): React.ReactElement {
  const { t } = useTexts();
  const problem = answer?.problems.find((one) => one.path === name);
  const id = fieldId(name);
  return (
    <div className={problem === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}{!required && <span className="quiet"> {t('web.optional')}</span>}</label>
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem !== undefined && <p className="problem" id={`${id}-problem`}>{problem.message}</p>}
      <select id={id} name={name} defaultValue={answer?.values[name]?.[0] ?? value ?? ''} aria-invalid={problem === undefined ? undefined : true} aria-describedby={problem === undefined ? undefined : `${id}-problem`}>
        <option value="">{none ?? t('web.choose')}</option>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </select>
    </div>
  );
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[] | undefined;
  readonly many?: boolean;
}

/** One or several of few, all in sight. */
export function ChoiceField({ name, label, hint, answer, required = false, choices, values = [], many = false }: ChoicesProps): React.ReactElement {
  const { t } = useTexts();
  const problem = answer?.problems.find((one) => one.path === name);
  const picked = answer === undefined ? values : (answer.values[name] ?? []);
  const id = fieldId(name);
  return (
    <fieldset className={problem === undefined ? 'field' : 'field wrong'} id={id} aria-describedby={problem === undefined ? undefined : `${id}-problem`}>
      <legend>{label}{!required && <span className="quiet"> {t('web.optional')}</span>}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {problem !== undefined && <p className="problem" id={`${id}-problem`}>{problem.message}</p>}
      <div className={choices.length > 6 ? 'several' : undefined}>{choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input type={many ? 'checkbox' : 'radio'} name={name} value={choice.value} defaultChecked={picked.includes(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}</div>
    </fieldset>
  );
}

/** All problems on top of a form, each a link to its field; `names` calls fields that only this form has. */
export function Summary({ answer, names = {}, pageOf = () => '' }: { readonly answer: FormAnswer | undefined; readonly names?: Readonly<Record<string, string>>; readonly pageOf?: (path: string) => string }): React.ReactElement | null {
  const { t } = useTexts();
  const nameOf = (path: string): string | undefined => {
    const key = FIELD_NAMES[path];
    return names[path] ?? (key === undefined ? undefined : t(key));
  };
  if (answer === undefined) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} id="problems">
      <h2>{answer.message ?? t('web.form.problems')}</h2>
      {answer.problems.length > 0 && (
        <ul>{answer.problems.map((problem) => <li key={`${problem.path} ${problem.message}`}><a href={`${pageOf(problem.path)}#${fieldId(problem.path)}`}>{nameOf(problem.path) === undefined ? problem.message : t('web.form.problem', { field: nameOf(problem.path), problem: problem.message })}</a></li>)}</ul>
      )}
    </div>
  );
}
