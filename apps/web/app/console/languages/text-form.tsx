import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';

interface TextFormProps {
  readonly text: { readonly key: string; readonly english: string; readonly shipped: string | null; readonly mended: string | null };
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isDone: boolean;
  readonly answer: FormAnswer | undefined;
  readonly path: string;
}

/** One text, folded: what it says now; unfolded: the English, a field, and the way back to what was shipped. */
export function TextForm({ text, tag, direction, isDone, answer, path }: TextFormProps): React.ReactElement {
  const { t } = useTexts();
  const now = text.mended ?? text.shipped;
  const id = `text-${text.key}`;
  const problem = answer?.problems[0]?.message ?? answer?.message;
  return (
    <details className="catalogue-text" id={text.key} open={isDone || answer !== undefined}>
      <summary>
        <span lang={tag} dir={direction}>{now ?? text.english}</span>
        <code className="quiet ltr">{text.key}</code>
        {text.mended !== null && <span className="chip good">{t('console.languages.mended')}</span>}
        {now === null && <span className="chip wait">{t('console.languages.missing')}</span>}
      </summary>
      {isDone && <p className="note good" role="status">{t('console.languages.saved')}</p>}
      <dl className="pairs">
        <dt>{t('console.languages.english')}</dt><dd lang="en" dir="ltr">{text.english}</dd>
        {text.mended !== null && text.shipped !== null && <><dt>{t('console.languages.shipped')}</dt><dd lang={tag} dir={direction}>{text.shipped}</dd></>}
      </dl>
      <form method="post" action={path}>
        <input type="hidden" name="key" value={text.key} />
        <div className={problem === undefined ? 'field' : 'field wrong'}>
          <label htmlFor={id}>{t('console.languages.text')}</label>
          <p className="hint" id={`${id}-hint`}>{t('console.languages.hint')}</p>
          {problem !== undefined && <p className="problem" id={`${id}-problem`}>{problem}</p>}
          <textarea id={id} name="text" rows={Math.min(8, 2 + Math.floor((now ?? text.english).length / 80))} lang={tag} dir={direction} defaultValue={answer?.values['text']?.[0] ?? now ?? text.english} aria-describedby={problem === undefined ? `${id}-hint` : `${id}-problem`} aria-invalid={problem === undefined ? undefined : true} />
        </div>
        <div className="row">
          <button type="submit">{t('console.languages.save')}</button>
          {text.mended !== null && <button className="second" type="submit" name="do" value="reset">{t('console.languages.reset')}</button>}
        </div>
      </form>
    </details>
  );
}
