import { useRouteLoaderData } from 'react-router';
import type { Route } from './+types/conferences.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../i18n/use-texts.js';
import type { loader as frame } from './console.js';
import { HouseNav } from './house-nav.js';

const ConsoleConferences = graphql(`
  query ConsoleConferences { conferences(first: 100) { edges { node { id slug title city startsOn endsOn state hostRegion } } } }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conferences } = await context.get(apiContext).ask(request, params.locale, ConsoleConferences, {});
  return { conferences: conferences.edges.map((edge) => edge.node) };
}

export default function Conferences({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days } = useTexts();
  const mayCreate = useRouteLoaderData<typeof frame>('console/console')?.ownsSomething === true;
  return (
    <>
      <h1>{t('console.conferences.title')}</h1>
      <HouseNav locale={params.locale} here="conferences" />
      {mayCreate && <p><a className="button" href={`/${params.locale}/console/conferences/new`}>{t('console.conferences.new')}</a></p>}
      {loaderData.conferences.length === 0 && <p className="empty">{t('console.conferences.empty')}</p>}
      {loaderData.conferences.length > 0 && (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.conferences.title')}>
          <table>
            <thead><tr><th>{t('console.conferences.name')}</th><th>{t('console.field.dates')}</th><th>{t('console.field.host-region')}</th><th>{t('console.field.state')}</th></tr></thead>
            <tbody>
              {loaderData.conferences.map((conference) => (
                <tr key={conference.id}>
                  <td><a href={`/${params.locale}/console/conferences/${conference.slug}`}>{own(conference.title)}</a></td>
                  <td data-label={t('console.field.dates')}>{days(conference.startsOn, conference.endsOn)}</td>
                  <td data-label={t('console.field.host-region')}>{conference.hostRegion}</td>
                  <td data-label={t('console.field.state')}>{t(`state.conference.${conference.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
