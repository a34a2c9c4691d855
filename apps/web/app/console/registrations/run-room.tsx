import { data, redirect } from 'react-router';
import type { Route } from './+types/run-room.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { DeskConference, OneRun, StopRun } from './registrations-data.js';
import { isUnderWay, RunChip } from './run-notes.js';

const RENEW_SECONDS = 3;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, DeskConference, { slug: params.slug });
  const { registrationRun: run } = await api.ask(request, params.locale, OneRun, { id: params.run, after: new URL(request.url).searchParams.get('after') });
  if (conference === null || run === null) throw new Response(null, { status: 404 });
  // No script runs on these pages: the browser itself asks again while the worker is at it.
  const headers: Record<string, string> = isUnderWay(run) ? { refresh: String(RENEW_SECONDS) } : {};
  return data({ conference, run }, { headers });
}

export function headers({ loaderHeaders }: Route.HeadersArgs): Headers {
  return loaderHeaders;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { result } = await context.get(apiContext).ask(request, params.locale, StopRun, { id: params.run });
  return result.__typename === 'RegistrationRun' ? redirect(new URL(request.url).pathname) : data({ message: result.message }, { status: 409 });
}

/** A decision over many: how far it is, what could not be done and why. */
export default function RunRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, brief } = useTexts();
  const { conference, run } = loaderData;
  const { total, done, refused } = run.progress;
  const base = `/${params.locale}/console/conferences/${params.slug}/registrations`;
  const rows = nodes(run.refused);
  return (
    <>
      <h1>{t(`console.run.of.${run.deed}`, { count: total, shown: number(total), tag: run.tag ?? '' })}</h1>
      <p className="quiet">{own(conference.title)} · {t('console.run.begun', { by: run.by, when: brief(run.createdAt, conference.timeZone) })}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="registrations" />
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {run.reason !== null && <p>{t('console.bulk.reason')}: <bdi>{run.reason}</bdi></p>}
      <section aria-labelledby="progress">
        <h2 id="progress">{t('console.run.progress')}</h2>
        <p><RunChip run={run} /> {t('console.run.progress-of', { settled: done + refused, total })}{isUnderWay(run) && <span className="quiet"> · {t('console.run.refreshes')}</span>}</p>
        <progress className="run" max={total} value={done + refused} aria-labelledby="progress" />
        <ul className="figures">
          <li className="chip good">{t('console.run.done')} {number(done)}</li>
          <li className={`chip ${refused > 0 ? 'bad' : 'plain'}`}>{t('console.run.refused')} {number(refused)}</li>
          <li className="chip plain">{t('console.run.left')} {number(total - done - refused)}</li>
        </ul>
      </section>
      {rows.length > 0 && (
        <section aria-labelledby="refused">
          <h2 id="refused">{t('console.run.refused-title')}</h2>
          <div className="table" tabIndex={0} role="region" aria-labelledby="refused">
            <table>
              <thead><tr><th>{t('console.registrations.name')}</th><th>{t('console.run.why')}</th></tr></thead>
              <tbody>{rows.map(({ position, registration, refusal }) => (
                <tr key={position}><td>{registration === null ? number(position) : <a href={`${base}/${registration.id}`}><bdi>{registration.person.names.full === '' ? registration.code : registration.person.names.full}</bdi></a>}</td><td>{refusal.message}</td></tr>
              ))}</tbody>
            </table>
          </div>
          {run.refused.pageInfo.hasNextPage && <p><a className="button second" href={`?after=${encodeURIComponent(run.refused.pageInfo.endCursor ?? '')}`}>{t('console.next-page')}</a></p>}
        </section>
      )}
      {isUnderWay(run) && <details><summary>{t('console.run.stop')}</summary><p>{t('console.run.stop-text')}</p><form method="post"><button type="submit" className="danger">{t('console.run.stop')}</button></form></details>}
      <p><a className="button second" href={base}>{t('console.run.back')}</a></p>
    </>
  );
}
