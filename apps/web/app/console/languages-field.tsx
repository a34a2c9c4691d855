import { COMPLETE_LOCALES } from '#i18n';
import { TextField } from '../forms/field.js';
import { line } from '../forms/problems.js';
import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';

interface LanguagesProps {
  readonly name: string;
  /** What is there already, a text a language. */
  readonly value?: Readonly<Record<string, string>> | null | undefined;
  /** The languages to write in; those of the pages where absent. */
  readonly locales?: readonly string[];
  readonly label: string;
  readonly answer: FormAnswer | undefined;
  readonly required?: boolean;
  readonly lines?: number;
}

/** One text, a field a language. */
export function LanguagesField({ name, label, answer, required = false, lines, value, locales = COMPLETE_LOCALES }: LanguagesProps): React.ReactElement {
  const { language } = useTexts();
  const problem = answer?.problems.find((one) => one.path === name);
  return (
    <fieldset className={problem === undefined ? 'field languages' : 'field languages wrong'} id={`f-${name}`}>
      <legend>{label}</legend>
      {problem !== undefined && <p className="problem">{problem.message}</p>}
      {[...new Set([...locales, ...Object.keys(value ?? {})])].map((locale, index) => (
        <TextField key={locale} name={`${name}.${locale}`} label={language(locale)} lang={locale} answer={answer} value={value?.[locale]} required={required && index === 0} {...(lines === undefined ? {} : { lines })} />
      ))}
    </fieldset>
  );
}

/** What was written in each language; nothing where all are empty. */
export function bothLanguages(form: FormData, name: string): Record<string, string> | null {
  const texts = [...form.keys()].filter((key) => key.startsWith(`${name}.`)).map((key) => [key.slice(name.length + 1), line(form, key)] as const)
    .filter((pair): pair is readonly [string, string] => pair[1] !== null);
  return texts.length === 0 ? null : Object.fromEntries(texts);
}
