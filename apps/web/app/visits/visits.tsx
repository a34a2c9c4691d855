import type { Route } from './+types/visits.js';
import { FreePlaces } from '../agenda/free-places.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { partDescribed } from '../conferences/structured-data.js';
import { useConference } from '../conferences/use-conference.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip } from '../registration/state-chip.js';

const VisitsPage = graphql(`
  query VisitsPage($slug: String!, $after: String) {
    visits(conferenceSlug: $slug, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id slug title description stops { name } departures { id startsAt places { size remaining lineOpen } mine { state } } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return context.get(apiContext).ask(request, params.locale, VisitsPage, { slug: params.slug, after: new URL(request.url).searchParams.get('after') });
}

export const meta: Route.MetaFunction = ({ params, matches }) => {
  const texts = textsFor(params.locale);
  return partDescribed(texts, matches[2].loaderData, texts.t('web.tab.visits'), 'visits');
};

export default function Visits({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, brief } = useTexts();
  const conference = useConference();
  const { pageInfo } = loaderData.visits;
  const visits = nodes(loaderData.visits);
  return (
    <>
      <h1>{t('web.visits.title')}</h1>
      {visits.length === 0 && <p className="empty">{t('web.visits.empty')}</p>}
      <ul className="cards">
        {visits.map((visit) => (
          <li key={visit.id} className="card">
            <h2><a href={`/${params.locale}/conferences/${params.slug}/visits/${visit.slug}`}>{own(visit.title)}</a></h2>
            {visit.stops.length > 0 && <p className="quiet">{visit.stops.map((stop) => own(stop.name)).join(' → ')}</p>}
            {visit.departures.length === 0 && <p className="quiet">{t('web.visits.none')}</p>}
            <ul className="bare runs">
              {visit.departures.map((departure) => (
                <li key={departure.id}>
                  <span>{brief(departure.startsAt, conference.timeZone)}</span>
                  {departure.mine === null ? <FreePlaces places={departure.places} /> : <AgendaChip state={departure.mine.state} />}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <p><a className="button second" href={`/${params.locale}/conferences/${params.slug}/visits?after=${pageInfo.endCursor ?? ''}`}>{t('console.next-page')}</a></p>}
    </>
  );
}
