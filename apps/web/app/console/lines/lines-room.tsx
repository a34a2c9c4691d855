import type { Route } from './+types/lines-room.js';
import { apiContext } from '../../api/context.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { loadPools } from './pools.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return loadPools(context.get(apiContext), request, params.locale, params.slug);
}

/** Everything that has places, the longest lines first. */
export default function LinesRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, brief } = useTexts();
  const { conference, pools } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/lines`;
  return (
    <>
      <h1>{t('console.room.lines')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="lines" />
      <p><a href={`${base}/together`}>{t('console.together.title')}</a></p>
      {pools.length === 0 ? <p className="empty">{t('console.lines.nothing')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.room.lines')}>
          <table>
            <thead><tr><th>{t('console.lines.what')}</th><th className="number">{t('console.places.waiting')}</th><th className="number">{t('console.places.taken')}</th><th className="number">{t('console.places.size')}</th><th className="number">{t('console.places.free')}</th></tr></thead>
            <tbody>{pools.map(({ kind, title, startsAt, places }) => (
              <tr key={places.poolId}>
                <td><a href={`${base}/${places.poolId}`}>{own(title)}</a><div className="quiet">{t(`console.lines.kind.${kind}`)}{startsAt !== null && <> · {brief(startsAt, conference.timeZone)}</>}</div></td>
                <td data-label={t('console.places.waiting')} className="number">{places.waiting > 0 ? <strong>{number(places.waiting)}</strong> : number(0)}</td>
                <td data-label={t('console.places.taken')} className="number">{number(places.taken)}</td><td data-label={t('console.places.size')} className="number">{places.size === null ? t('console.places.unlimited') : number(places.size)}</td><td data-label={t('console.places.free')} className="number">{places.remaining === null ? '' : number(places.remaining)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </>
  );
}
