import { TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';

export type OwnText = Readonly<Record<string, string>> | null;

interface SideBySideProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is saved, a text a language. */
  readonly value: OwnText | undefined;
  readonly locales: readonly string[];
  readonly answer: FormAnswer | undefined;
  readonly required?: boolean;
  readonly lines?: number;
  /** Somebody else saved meanwhile: where what is saved differs from what was typed, it is said. */
  readonly hasConflict?: boolean;
}

/** The languages in which a text is missing that is there in another. */
export function missingIn(value: OwnText | undefined, locales: readonly string[]): readonly string[] {
  return Object.keys(value ?? {}).length === 0 ? [] : locales.filter((locale) => (value?.[locale] ?? '') === '');
}

/** One text with its languages beside each other, so that what is missing is seen. */
export function SideBySide({ name, label, hint, value, locales, answer, required = false, lines, hasConflict = false }: SideBySideProps): React.ReactElement {
  const { t, language } = useTexts();
  const problem = answer?.problems.find((one) => one.path === name);
  const missing = missingIn(value, locales);
  const savedNow = (locale: string): string | undefined => {
    const [typed, saved] = [answer?.values[`${name}.${locale}`]?.[0]?.trim() ?? '', value?.[locale] ?? ''];
    if (!hasConflict || typed === saved) return undefined;
    return saved === '' ? t('console.edit.saved-empty') : t('console.edit.saved-now', { text: saved });
  };
  return (
    <fieldset className={problem === undefined ? 'field' : 'field wrong'} id={`f-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`}>
      <legend>{label}{!required && <span className="quiet"> {t('web.optional')}</span>}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {problem !== undefined && <p className="problem">{problem.message}</p>}
      <div className="side">
        {[...new Set([...locales, ...Object.keys(value ?? {})])].map((locale, index) => (
          <TextField
            key={locale} plain name={`${name}.${locale}`} label={language(locale)} lang={locale} answer={answer} value={value?.[locale]} required={required && index === 0}
            hint={savedNow(locale) ?? (missing.includes(locale) ? t('console.edit.missing') : undefined)} {...(lines === undefined ? {} : { lines })}
          />
        ))}
      </div>
    </fieldset>
  );
}
