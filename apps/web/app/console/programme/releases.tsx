import { useTexts } from '../../i18n/use-texts.js';
import { Differences } from './differences.js';
import type { ReleaseDeskData } from './release-room.js';

interface ReleasesProps {
  readonly releases: ReleaseDeskData['programmeReleases'];
  readonly conferenceId: string;
  readonly timeZone: string;
  readonly idempotencyKey: string;
}

/** What was shown to readers from when on; each older one can be brought back. */
export function Releases({ releases, conferenceId, timeZone, idempotencyKey }: ReleasesProps): React.ReactElement {
  const { t, brief } = useTexts();
  if (releases.length === 0) return <p className="empty">{t('console.release.none')}</p>;
  const newest = releases[0]?.number;
  return (
    <>
      {releases.map((release) => (
        <details key={release.id}>
          <summary>
            {t('console.release.number', { number: release.number })} <span className="quiet">{brief(release.releasedAt, timeZone)}{release.restores !== null && <> · {t('console.release.restores', { number: release.restores })}</>}{release.note !== null && <> · <bdi>{release.note}</bdi></>}</span>
            {release.number === newest && <> <span className="chip good">{t('console.release.shown')}</span></>}
          </summary>
          {release.differences.length === 0 ? <p className="quiet">{t('console.release.no-differences')}</p> : <Differences differences={release.differences} timeZone={timeZone} />}
          {release.number !== newest && (
            <form method="post" className="decide">
              <p>{t('console.release.roll-back-text', { number: release.number })}</p>
              <input type="hidden" name="conference" value={conferenceId} />
              <input type="hidden" name="number" value={release.number} />
              <input type="hidden" name="key" value={`${idempotencyKey}-${String(release.number)}`} />
              <div className="field"><label htmlFor={`note-${String(release.number)}`}>{t('console.release.note')}</label><input id={`note-${String(release.number)}`} name="note" dir="auto" /></div>
              <div className="field"><label className="choice"><input type="checkbox" name="sure" value="yes" /><span>{t('console.release.roll-back-sure')}</span></label></div>
              <button type="submit" name="do" value="roll-back" className="danger">{t('console.release.roll-back', { number: release.number })}</button>
            </form>
          )}
        </details>
      ))}
    </>
  );
}
