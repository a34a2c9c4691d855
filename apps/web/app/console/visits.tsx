import { data, redirect } from 'react-router';
import type { Route } from './+types/visits.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { Summary } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { ConferenceNav } from './conference-nav.js';
import { besideItsStop } from './visits/stops.js';
import { VisitFields, visitIn } from './visits/visit-fields.js';

const Visits = graphql(`
  query ConsoleVisits($slug: String!) {
    conference(slug: $slug) { id title timeZone locales categories { id title } }
    visits(conferenceSlug: $slug, first: 200) { edges { node { id slug title stops { name } departures { id startsAt endsAt state places { size taken waiting } } } } }
  }
`);
const AddVisit = graphql(`mutation AddVisit($input: CreateVisitInput!) { result: createVisit(input: $input) { __typename ... on Visit { slug } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference, visits } = await context.get(apiContext).ask(request, params.locale, Visits, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return { conference, visits: nodes(visits) };
}

/** A new visit leads to its own page, where departures are added. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { input, stops } = visitIn(form);
  const { result } = await context.get(apiContext).ask(request, params.locale, AddVisit, { input: { ...input, conferenceId: line(form, 'conference') ?? '' } });
  if (result.__typename === 'Visit') return redirect(`${new URL(request.url).pathname}/${result.slug}?done=visit`);
  const problems = result.__typename === 'InvalidInput' ? result.problems.map((problem) => besideItsStop(problem, stops)) : [];
  return data({ answer: { message: result.message, problems, values: typedIn(form) } }, { status: 422 });
}

export default function VisitsDesk({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const { conference, visits } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/visits`;
  return (
    <>
      <h1>{t('console.room.visits')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="visits" />
      {visits.length === 0 && <p className="empty">{t('console.visits.empty')}</p>}
      <ul className="cards">
        {visits.map((visit) => (
          <li key={visit.id} className="card">
            <h2><a href={`${base}/${visit.slug}`}>{own(visit.title)}</a></h2>
            {visit.stops.length > 0 && <p className="quiet">{visit.stops.map((stop) => own(stop.name)).join(' → ')}</p>}
            {visit.departures.length === 0 && <p className="quiet">{t('console.departures.none')}</p>}
            <ul className="bare runs">
              {visit.departures.map((departure) => (
                <li key={departure.id}>
                  <a href={`${base}/${visit.slug}/departures/${departure.id}`}>{span(departure.startsAt, departure.endsAt, conference.timeZone)}</a>
                  {departure.state === 'CANCELLED' ? <span className="chip bad">{t('console.departures.state.CANCELLED')}</span>
                    : departure.places.size !== null && <span className="quiet">{t('console.places.line', { taken: departure.places.taken, size: departure.places.size, waiting: departure.places.waiting })}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <details open={actionData !== undefined || visits.length === 0}>
        <summary>{t('console.visits.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={actionData?.answer} />
          <input type="hidden" name="conference" value={conference.id} />
          <VisitFields conference={conference} answer={actionData?.answer} />
          <button type="submit">{t('console.visits.add')}</button>
        </form>
      </details>
    </>
  );
}
