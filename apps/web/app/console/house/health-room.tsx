import type { Route } from './+types/health-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseFrame } from './house-frame.js';
import { laneName, WORK_TONES, workName } from './work-names.js';

const Health = graphql(`
  query InstallationHealth {
    installation { version database queueEngine pendingMigrations oldestWaitingSeconds work { name queue state count since } workers { worker startedAt seenAt done } }
  }
`);
/** As /readyz: a worker that was not seen for so long is not at work. */
const SEEN_WITHIN_MS = 30_000;
const LATE_SECONDS = 120;
type Installation = ResultOf<typeof Health>['installation'];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { installation } = await context.get(apiContext).ask(request, params.locale, Health, {});
  const alive = installation.workers.filter(({ seenAt }) => Date.now() - Date.parse(seenAt) < SEEN_WITHIN_MS).length;
  return { installation, alive, now: new Date().toISOString() };
}

/** What stands against the house doing its work, worst first; nothing where all is well. */
function Complaints({ installation, alive, locale }: { readonly installation: Installation; readonly alive: number; readonly locale: string }): React.ReactElement {
  const { t } = useTexts();
  const aside = installation.work.filter(({ state }) => state === 'SET_ASIDE').reduce((sum, { count }) => sum + count, 0);
  const isLate = installation.oldestWaitingSeconds > LATE_SECONDS;
  return (
    <>
      {alive === 0 && <p className="note bad">{t('console.house.no-worker')}</p>}
      {isLate && <p className="note bad">{t('console.house.late', { minutes: Math.floor(installation.oldestWaitingSeconds / 60) })}</p>}
      {installation.pendingMigrations > 0 && <p className="note bad">{t('console.house.migrations', { count: installation.pendingMigrations })}</p>}
      {aside > 0 && <p className="note wait"><a href={`/${locale}/console/installation/work?state=SET_ASIDE`}>{t('console.house.aside', { count: aside })}</a></p>}
      {alive > 0 && !isLate && installation.pendingMigrations === 0 && aside === 0 && <p className="note good">{t('console.house.well')}</p>}
    </>
  );
}

/** How the house fares: workers, what waits, what failed. */
export default function HealthRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const texts = useTexts();
  const { t, number, brief } = texts;
  const { installation, alive, now } = loaderData;
  const work = `/${params.locale}/console/installation/work`;
  return (
    <HouseFrame locale={params.locale} here="health">
      <p className="lead">{t('console.house.lead')}</p>
      <Complaints installation={installation} alive={alive} locale={params.locale} />
      <dl className="pairs">
        <div className="pair"><dt>{t('console.house.version')}</dt><dd><bdi>{installation.version}</bdi></dd></div>
        <div className="pair"><dt>{t('console.house.database')}</dt><dd><bdi>{installation.database}</bdi></dd></div>
        <div className="pair"><dt>{t('console.house.queue')}</dt><dd>{t(`console.house.queue.${installation.queueEngine}`)}</dd></div>
      </dl>
      <h2>{t('console.house.work')}</h2>
      {installation.work.length === 0 ? <p className="empty">{t('console.house.work.none')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.house.work')}>
          <table className="work">
            <thead><tr><th>{t('console.house.work.what')}</th><th>{t('console.house.work.lane')}</th><th>{t('console.field.state')}</th><th className="number">{t('console.house.work.count')}</th><th>{t('console.house.work.since')}</th></tr></thead>
            <tbody>
              {installation.work.map((one) => (
                <tr key={`${one.name} ${one.state}`}>
                  <td><a href={`${work}?${new URLSearchParams({ name: one.name, state: one.state }).toString()}`}>{workName(texts, one.name)}</a></td>
                  <td data-label={t('console.house.work.lane')}>{laneName(texts, one.queue)}</td>
                  <td data-label={t('console.field.state')} className="tight"><span className={`chip ${WORK_TONES[one.state]}`}>{t(`console.house.state.${one.state}`)}</span></td>
                  <td data-label={t('console.house.work.count')} className="number">{number(one.count)}</td>
                  <td data-label={t('console.house.work.since')} className="tight">{brief(one.since, 'UTC')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="row"><a className="button second" href={work}>{t('console.work.title')}</a><a className="button second" href="/queues/">{t('console.house.queues')}</a></p>
      <p className="quiet">{t('console.house.queues.hint')}</p>
      <h2>{t('console.house.workers')}</h2>
      {installation.workers.length === 0 ? <p className="empty">{t('console.house.worker.none')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.house.workers')}>
          <table>
            <thead><tr><th>{t('console.house.worker')}</th><th>{t('console.house.worker.started')}</th><th>{t('console.house.worker.seen')}</th><th className="number">{t('console.house.worker.done')}</th></tr></thead>
            <tbody>{installation.workers.map((one) => <tr key={one.worker}><td><bdi className="ltr">{one.worker}</bdi></td><td data-label={t('console.house.worker.started')} className="tight">{brief(one.startedAt, 'UTC')}</td><td data-label={t('console.house.worker.seen')} className="tight">{brief(one.seenAt, 'UTC')}</td><td data-label={t('console.house.worker.done')} className="number">{number(one.done)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      <p className="quiet">{t('console.audit.zone', { zone: texts.zone('UTC', now) })}</p>
    </HouseFrame>
  );
}
