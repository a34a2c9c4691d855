import { useTexts } from '../../i18n/use-texts.js';
import type { ReleaseDeskData } from './release-room.js';

interface ReleaseFormProps {
  readonly conferenceId: string;
  readonly preview: ReleaseDeskData['previewRelease'];
  readonly blocked: boolean;
  readonly note: string;
  readonly idempotencyKey: string;
  /** Path of the list of registrations. */
  readonly registrations: string;
}

/** Whom the release writes to, and the button behind a second yes. */
export function ReleaseForm({ conferenceId, preview, blocked, note, idempotencyKey, registrations }: ReleaseFormProps): React.ReactElement {
  const { t, language, number } = useTexts();
  return (
    <form method="post" className="decide">
      <h2>{t('console.release.preview')}</h2>
      <p className="lead">{t('console.release.people', { people: preview.people })}</p>
      {preview.clashing > 0 && <p className="note wait">{t('console.release.clashing', { people: preview.clashing })}</p>}
      {preview.people > 0 && (
        <dl className="pairs">
          <dt>{t('console.release.by-reason')}</dt>
          <dd>{preview.byReason.map(({ reason, people }) => <span key={reason} className="chip plain">{t(`console.difference.${reason}`)} {number(people)}</span>)}</dd>
          <dt>{t('console.release.by-language')}</dt>
          <dd>{preview.byLanguage.map(({ locale, people }) => <span key={locale} className="chip plain">{language(locale)} {number(people)}</span>)}</dd>
          {preview.sample.length > 0 && <><dt>{t('console.release.sample')}</dt><dd><ul className="bare">{preview.sample.map((one) => <li key={one.registrationId}><a href={`${registrations}/${one.registrationId}`}><bdi>{one.name}</bdi></a> <span className="quiet">{language(one.locale)}</span></li>)}</ul></dd></>}
        </dl>
      )}
      {blocked ? <p className="note bad">{t('console.release.blocked')}</p> : (
        <>
          <input type="hidden" name="conference" value={conferenceId} />
          <input type="hidden" name="people" value={preview.people} />
          <input type="hidden" name="key" value={idempotencyKey} />
          <div className="field"><label htmlFor="note">{t('console.release.note')} <span className="quiet">{t('web.optional')}</span></label><input id="note" name="note" dir="auto" defaultValue={note} /></div>
          <div className="field"><label className="choice"><input type="checkbox" name="sure" value="yes" /><span>{t('console.release.sure', { people: preview.people })}</span></label></div>
          <button type="submit" name="do" value="release">{t('console.release.go')}</button>
        </>
      )}
    </form>
  );
}
