import { useTexts } from '../../i18n/use-texts.js';

/** What the walk along the seals of the log found. */
interface LogCheck {
  readonly isWhole: boolean;
  readonly sealed: number;
  readonly unsealed: number | null;
  readonly brokenAt: number | null;
}

/** A button that has all of the log walked, and its answer: for who owns the installation, since it reads every line. */
export function CheckLog({ found }: { readonly found: LogCheck | undefined }): React.ReactElement {
  const { t, number } = useTexts();
  const count = (lines: number) => ({ count: lines, shown: number(lines) });
  return (
    <section aria-labelledby="check-title" id="check">
      <h2 id="check-title">{t('console.audit.check.title')}</h2>
      <p>{t('console.audit.check.lead')}</p>
      {found?.isWhole === true && (
        <div className="note good" role="status">
          <p><strong>{t('console.audit.check.whole', count(found.sealed))}</strong></p>
          {found.unsealed !== null && found.unsealed > 0 && <p>{t('console.audit.check.unsealed', count(found.unsealed))}</p>}
        </div>
      )}
      {found?.isWhole === false && (
        <div className="note bad" role="alert">
          <p><strong>{t('console.audit.check.broken', { line: number(found.brokenAt ?? 1) })}</strong></p>
          <p>{t('console.audit.check.broken-then')}</p>
        </div>
      )}
      <form method="post" action="#check"><button className="second" type="submit">{t('console.audit.check.button')}</button></form>
    </section>
  );
}
