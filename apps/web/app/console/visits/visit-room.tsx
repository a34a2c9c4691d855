import { data, redirect } from 'react-router';
import type { Route } from './+types/visit-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { DepartureFields, departureIn } from './departure-fields.js';
import { DepartureState } from './departure-state.js';
import { besideItsStop } from './stops.js';
import { VisitFields, visitIn } from './visit-fields.js';

const VisitRoom = graphql(`
  query VisitRoom($slug: String!, $visit: String!) {
    conference(slug: $slug) { id title timeZone startsOn locales categories { id title } }
    visits(conferenceSlug: $slug, slug: $visit) { edges { node {
      id slug version title description whatToBring stops { name afterMinutes stayMinutes } categories { id } nationalityRule nationalities minimumAge identityNeeds identityHours mostCompanions
      departures { id startsAt endsAt meetingPoint state minimum minimumBy vehicle places { size taken remaining waiting } }
    } } }
  }
`);
const Venues = graphql(`query VenuesOf($id: ID!) { venues(conferenceId: $id, first: 200) { edges { node { id name } } } }`);
const Update = graphql(`
  mutation UpdateVisit($input: UpdateVisitInput!) {
    result: updateVisit(input: $input) { __typename ... on VisitChanged { visit { slug } } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const Add = graphql(`
  mutation AddDepartureTo($input: AddDepartureInput!) {
    result: addDeparture(input: $input) { __typename ... on Departure { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const DONE = ['visit', 'departure', 'saved'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference, visits } = await api.ask(request, params.locale, VisitRoom, { slug: params.slug, visit: params.visit });
  const [visit] = nodes(visits);
  if (conference === null || visit === undefined) throw new Response(null, { status: 404 });
  const { venues } = await api.ask(request, params.locale, Venues, { id: conference.id });
  return { conference, visit, venues: nodes(venues), done: DONE.find((task) => task === new URL(request.url).searchParams.get('done')) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const id = line(form, 'visit') ?? '';
  const base = `/${params.locale}/console/conferences/${params.slug}/visits`;
  if (form.get('do') === 'departure') {
    const { bookableUntil, ...its } = departureIn(form);
    const number = (name: string): number | null => { const text = line(form, name); return text === null ? null : Number(text); };
    const { result } = await api.ask(request, params.locale, Add, {
      input: { ...its, ...(bookableUntil === null ? {} : { bookableUntil }), visitId: id, capacity: number('capacity') ?? 0, minimum: number('minimum'), minimumBy: line(form, 'minimumBy'), offerMinutes: 720 },
    });
    if (result.__typename === 'Departure') return redirect(`${base}/${params.visit}?done=departure`);
    return data({ task: 'departure', answer: { message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) } }, { status: 422 });
  }
  const { input, stops } = visitIn(form);
  const { result } = await api.ask(request, params.locale, Update, { input: { ...input, id, version: Number(line(form, 'version')) } });
  if (result.__typename === 'VisitChanged') return redirect(`${base}/${result.visit.slug}?done=saved`);
  const problems = result.__typename === 'InvalidInput' ? result.problems.map((problem) => besideItsStop(problem, stops)) : [];
  return data({ task: 'visit', answer: { message: result.message, problems, values: typedIn(form) } }, { status: problems.length > 0 ? 422 : 409 });
}

export default function VisitRoomPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, limit, number, span } = useTexts();
  const { conference, visit, venues, done } = loaderData;
  const answer = (task: string) => (actionData?.task === task ? actionData.answer : undefined);
  const base = `/${params.locale}/console/conferences/${params.slug}/visits`;
  return (
    <>
      <h1>{own(visit.title)}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="visits" />
      <p className="row"><a href={base}>{t('web.back.visits')}</a> <a href={`/${params.locale}/conferences/${params.slug}/visits/${visit.slug}`}>{t('console.see-public')}</a></p>
      {done !== undefined && actionData === undefined && <p className="note good" role="status">{t(done === 'saved' ? 'console.visit.saved' : `console.done.${done}`)}</p>}
      <h2>{t('web.visits.departures')}</h2>
      {visit.departures.length === 0 ? <p className="empty">{t('console.departures.none')}</p> : (
        <div className="table dated stack" tabIndex={0} role="region" aria-label={t('web.visits.departures')}>
          <table>
            <thead><tr><th>{t('console.departures.when')}</th><th>{t('console.field.state')}</th><th className="number">{t('console.departures.seats')}</th><th className="number">{t('console.places.taken')}</th><th className="number">{t('console.places.free')}</th><th className="number">{t('console.places.waiting')}</th></tr></thead>
            <tbody>{visit.departures.map((departure) => (
              <tr key={departure.id}>
                <td><a href={`${base}/${visit.slug}/departures/${departure.id}`}>{span(departure.startsAt, departure.endsAt, conference.timeZone)}</a><div className="quiet">{own(departure.meetingPoint)}</div></td>
                <td data-label={t('console.field.state')}><DepartureState departure={departure} timeZone={conference.timeZone} /></td>
                <td className="number" data-label={t('console.departures.seats')}>{limit(departure.places.size)}</td><td className="number" data-label={t('console.places.taken')}>{number(departure.places.taken)}</td><td className="number" data-label={t('console.places.free')}>{limit(departure.places.remaining)}</td><td className="number" data-label={t('console.places.waiting')}>{number(departure.places.waiting)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <details open={answer('departure') !== undefined || visit.departures.length === 0}>
        <summary>{t('console.departures.add')}</summary>
        <form method="post" noValidate>
          <Summary answer={answer('departure')} />
          <input type="hidden" name="visit" value={visit.id} />
          <DepartureFields conference={conference} venues={venues} answer={answer('departure')} />
          <div className="beside">
            <TextField name="capacity" type="number" label={t('console.departures.seats')} answer={answer('departure')} required />
            <TextField name="minimum" type="number" label={t('console.departures.minimum')} hint={t('console.departures.minimum-hint')} answer={answer('departure')} />
            <TextField name="minimumBy" type="datetime-local" label={t('console.departures.minimum-by')} answer={answer('departure')} ltr />
          </div>
          <button type="submit" name="do" value="departure">{t('console.departures.add')}</button>
        </form>
      </details>
      <h2>{t('console.visit.about')}</h2>
      <details open={answer('visit') !== undefined}>
        <summary>{t('console.visit.edit')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('visit')} />
          <p className="quiet">{t('console.visit.told')}</p>
          <input type="hidden" name="visit" value={visit.id} />
          <input type="hidden" name="version" value={visit.version} />
          <VisitFields visit={visit} conference={conference} answer={answer('visit')} />
          <button type="submit" name="do" value="visit">{t('console.save')}</button>
        </form>
      </details>
    </>
  );
}
