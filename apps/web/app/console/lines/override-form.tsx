import { useTexts } from '../../i18n/use-texts.js';

interface OverrideProps {
  readonly conferenceId: string;
  readonly refused: { readonly message: string | undefined; readonly who: string; readonly reason: string } | undefined;
}

/** Lets somebody have this beside what stands in its way. */
export function OverrideForm({ conferenceId, refused }: OverrideProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <details open={refused !== undefined}>
      <summary>{t('console.override.title')}</summary>
      <form method="post" className="narrow start">
        <p>{t('console.override.text')}</p>
        {refused !== undefined && <p className="note bad" role="alert">{refused.message}</p>}
        <input type="hidden" name="conference" value={conferenceId} />
        <div className="field"><label htmlFor="who">{t('console.override.who')}</label><input id="who" name="who" dir="auto" defaultValue={refused?.who} /></div>
        <div className="field"><label htmlFor="override-reason">{t('console.lines.reason')}</label><input id="override-reason" name="reason" dir="auto" defaultValue={refused?.reason} /></div>
        <button type="submit" name="do" value="override" className="second">{t('console.override.go')}</button>
      </form>
    </details>
  );
}
