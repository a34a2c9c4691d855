import { useTexts } from '../i18n/use-texts.js';
import type { RevealedDocument } from './decide.js';
import type { DeskRegistration } from './desk-registration.js';

interface DocumentProps {
  readonly document: NonNullable<DeskRegistration['travelDocument']>;
  readonly revealed: RevealedDocument | undefined;
  readonly refused: string | undefined;
}

/** The travel document, masked; shown once in full to who says why, which the audit log keeps. */
export function TravelDocument({ document, revealed, refused }: DocumentProps): React.ReactElement {
  const { t, country, days } = useTexts();
  const { expiresOn } = document;
  return (
    <section id="document">
      <h2>{t('web.step.document')}</h2>
      <dl className="pairs">
        <div className="pair"><dt>{t('web.document.kind')}</dt><dd>{t(`web.document.${document.kind}`)}</dd></div>
        <div className="pair"><dt>{t('web.document.number')}</dt><dd><code className="ltr" id="document-number">{revealed?.number ?? document.maskedNumber}</code></dd></div>
        <div className="pair"><dt>{t('web.document.issued-by')}</dt><dd>{country(document.issuedBy)}</dd></div>
        {expiresOn !== null && <div className="pair"><dt>{t('web.document.expires')}</dt><dd>{days(expiresOn)}</dd></div>}
      </dl>
      {revealed !== undefined ? <p className="note wait">{t('console.document.revealed')}</p> : (
        <details open={refused !== undefined}>
          <summary>{t('console.document.reveal')}</summary>
          <p className="quiet">{t('console.document.reveal-hint')}</p>
          {refused !== undefined && <p className="note bad" role="alert">{refused}</p>}
          <form method="post" action="#document">
            <div className="field"><label htmlFor="why">{t('console.document.reason')}</label><input id="why" name="reason" dir="auto" required /></div>
            <button type="submit" className="second" name="do" value="reveal">{t('console.document.show')}</button>
          </form>
        </details>
      )}
    </section>
  );
}
