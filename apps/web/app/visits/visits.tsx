import type { Route } from './+types/visits.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { useConference } from '../conferences/use-conference.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const VisitsPage = graphql(`
  query VisitsPage($slug: String!) {
    visits(conferenceSlug: $slug) { id slug title description stops { name } departures { id startsAt places { remaining } mine { state } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return context.get(apiContext).ask(request, params.locale, VisitsPage, { slug: params.slug });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.tab.visits') }];

export default function Visits({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, moment, number } = useTexts();
  const conference = useConference();
  return (
    <>
      <h1>{t('web.visits.title')}</h1>
      {loaderData.visits.length === 0 && <p className="empty">{t('web.visits.empty')}</p>}
      <ul className="cards">
        {loaderData.visits.map((visit) => (
          <li key={visit.id} className="card">
            <h3><a href={`/${params.locale}/conferences/${params.slug}/visits/${visit.slug}`}>{own(visit.title)}</a></h3>
            {visit.stops.length > 0 && <p className="quiet">{visit.stops.map((stop) => own(stop.name)).join(' → ')}</p>}
            <ul className="plain">
              {visit.departures.map((departure) => (
                <li key={departure.id}>
                  {moment(departure.startsAt, conference.timeZone)}
                  {departure.places.remaining !== null && <span className="quiet"> · {t('web.places.remaining', { count: departure.places.remaining, shown: number(departure.places.remaining) })}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
