import { data, redirect } from 'react-router';
import type { Route } from './+types/departure-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { Summary } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AgendaChip } from '../../registration/state-chip.js';
import { ConferenceNav } from '../conference-nav.js';
import { bothLanguages, LanguagesField } from '../languages-field.js';
import { setCapacity } from '../lines/capacity.js';
import { CapacityForm } from '../lines/capacity-form.js';
import { DepartureFields, departureIn } from './departure-fields.js';
import { DepartureState } from './departure-state.js';
import { ManifestPreview, Preview } from './manifest-preview.js';

const DepartureRoom = graphql(`
  query DepartureRoom($slug: String!, $id: ID!) {
    conference(slug: $slug) { id title timeZone startsOn locales }
    departure(id: $id) {
      id version startsAt endsAt meetingPoint site vehicle vehicles { name plate seats } guideName guideLanguages bookableFrom bookableUntil state minimum minimumBy cancelReason identityDue
      legs { day fromPlace toPlace hotel notes } places { poolId size taken remaining waiting } visit { slug title identityNeeds }
    }
    bookings(departureId: $id, first: 100) { totalCount edges { node { id state party createdAt registration { id code person { names { full } } } } } }
  }
`);
const Venues = graphql(`query VenuesOfDeparture($id: ID!) { venues(conferenceId: $id, first: 200) { edges { node { id name } } } }`);
const Change = graphql(`
  mutation ChangeDeparture($input: ChangeDepartureInput!) {
    result: changeDeparture(input: $input) { __typename ... on DepartureChanged { clashing } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const Cancel = graphql(`
  mutation CancelDeparture($input: CancelDepartureInput!) {
    result: cancelDeparture(input: $input) { __typename ... on DepartureCancelled { concerned } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference, departure, bookings } = await api.ask(request, params.locale, DepartureRoom, { slug: params.slug, id: params.departure });
  if (conference === null || departure === null || departure.visit.slug !== params.visit) throw new Response(null, { status: 404 });
  const { venues } = await api.ask(request, params.locale, Venues, { id: conference.id });
  const query = new URL(request.url).searchParams;
  const manifest = query.has('manifest') ? (await api.ask(request, params.locale, Preview, { id: departure.id })).manifest : undefined;
  const done = (['changed', 'cancelled', 'capacity'] as const).find((task) => query.has(task));
  return { conference, departure, venues: nodes(venues), bookings, manifest, done, count: Number(done === undefined ? 0 : query.get(done)) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const here = new URL(request.url).pathname;
  const refused = (task: string, message: string, problems: readonly { readonly path: string; readonly message: string }[] = []) =>
    data({ task, capacity: undefined, answer: { message, problems, values: typedIn(form) } }, { status: problems.length > 0 ? 422 : 409 });
  if (form.get('do') === 'capacity') {
    const capacity = await setCapacity(form, { api, request, locale: params.locale });
    return capacity === undefined ? redirect(`${here}?capacity=1`) : data({ task: 'capacity', capacity, answer: undefined }, { status: 409 });
  }
  if (form.get('do') === 'cancel') {
    const { result } = await api.ask(request, params.locale, Cancel, { input: { departureId: params.departure, reason: bothLanguages(form, 'reason') ?? {} } });
    if (result.__typename === 'DepartureCancelled') return redirect(`${here}?cancelled=${result.concerned}`);
    return refused('cancel', result.message, result.__typename === 'InvalidInput' ? result.problems : []);
  }
  const { bookableUntil, ...its } = departureIn(form);
  const { result } = await api.ask(request, params.locale, Change, { input: { ...its, ...(bookableUntil === null ? {} : { bookableUntil }), id: params.departure, version: Number(line(form, 'version')) } });
  if (result.__typename === 'DepartureChanged') return redirect(`${here}?changed=${result.clashing}`);
  return refused('change', result.message, result.__typename === 'InvalidInput' ? result.problems : []);
}

export default function DepartureRoomPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span, moment, limit, number } = useTexts();
  const { conference, departure, venues, bookings, manifest, done, count } = loaderData;
  const answer = (task: string) => (actionData?.task === task ? actionData.answer : undefined);
  const desk = `/${params.locale}/console/conferences/${params.slug}`;
  const rows = bookings.edges.map(({ node }) => node);
  const held = rows.filter(({ state }) => state === 'HELD').reduce((sum, { party }) => sum + party, 0);
  const { places } = departure;
  const concerned = places.taken + places.waiting;
  const file = (format: string, documents = ''): string => `/exports/manifest?departureId=${departure.id}&format=${format}&locale=${params.locale}${documents}`;
  return (
    <>
      <h1>{own(departure.visit.title)}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="visits" />
      <p className="row"><a href={`${desk}/visits/${params.visit}`}>{t('console.departures.all')}</a></p>
      {done !== undefined && actionData === undefined && <p className={done === 'changed' && count > 0 ? 'note wait' : 'note good'} role="status">{t(`console.departures.done.${done}`, { count })}</p>}
      <p className="lead">{span(departure.startsAt, departure.endsAt, conference.timeZone)} · {own(departure.meetingPoint)}</p>
      <div className="row"><DepartureState departure={departure} timeZone={conference.timeZone} />{departure.cancelReason !== null && <span className="quiet">{own(departure.cancelReason)}</span>}</div>
      <ul className="figures counts">
        <li><strong>{limit(places.size)}</strong> {t('console.departures.seats')}</li>
        <li><strong>{number(places.taken)}</strong> {t('console.places.taken')}{held > 0 && <span className="quiet"> {t('console.departures.held', { count: held })}</span>}</li>
        <li><strong>{limit(places.remaining)}</strong> {t('console.places.free')}</li>
        <li><strong>{number(places.waiting)}</strong> <a href={`${desk}/lines/${places.poolId}`}>{t('console.places.waiting')}</a></li>
      </ul>
      {departure.identityDue !== null && <p className="quiet">{t('console.departures.identity-due', { moment: moment(departure.identityDue, conference.timeZone) })}</p>}
      <h2>{t('manifest.title')}</h2>
      <p className="row">
        <a className="button" href={file('pdf')}>{t('console.manifest.pdf')}</a> <a className="button second" href={file('xlsx')}>XLSX</a> {manifest === undefined && <a className="button second" href="?manifest=1#manifest">{t('console.manifest.look')}</a>}
      </p>
      <p className="quiet">{t('console.manifest.written-down')}</p>
      {departure.visit.identityNeeds.includes('TRAVEL_DOCUMENT') && (
        <details className="ask" id="with-documents">
          <summary>{t('console.manifest.documents')}</summary>
          <p>{t('console.manifest.documents-means')}</p>
          <p className="row"><a className="button second" href={file('pdf', '&documents=true')} aria-label={`PDF: ${t('console.manifest.documents')}`}>PDF</a> <a className="button second" href={file('xlsx', '&documents=true')} aria-label={`XLSX: ${t('console.manifest.documents')}`}>XLSX</a></p>
        </details>
      )}
      {manifest !== undefined && <ManifestPreview manifest={manifest} timeZone={conference.timeZone} />}
      <h2>{t('console.departures.bookings')}</h2>
      {rows.length === 0 ? <p className="empty">{t('console.departures.no-bookings')}</p> : (
        <ul className="bare runs">{rows.map((one) => <li key={one.id}><a href={`${desk}/registrations/${one.registration.id}`}><bdi>{one.registration.person.names.full === '' ? one.registration.code : one.registration.person.names.full}</bdi></a><span>{one.party > 1 && <span className="quiet">{t('console.lines.party', { count: one.party })} </span>}<AgendaChip state={one.state} /></span></li>)}</ul>
      )}
      {bookings.totalCount > rows.length && <p className="quiet">{t('console.departures.more-bookings', { count: bookings.totalCount - rows.length })}</p>}
      {departure.state !== 'CANCELLED' && (
        <>
          <h2>{t('console.departures.change-title')}</h2>
          <CapacityForm places={places} refused={actionData?.capacity} registrations={`${desk}/registrations`} />
          <details open={answer('change') !== undefined}>
            <summary>{t('console.departures.change')}</summary>
            <form method="post" noValidate>
              <Summary answer={answer('change')} />
              <p className="quiet">{t('console.departures.told-change', { count: concerned })}</p>
              <input type="hidden" name="version" value={departure.version} />
              <DepartureFields departure={departure} conference={conference} venues={venues} answer={answer('change')} />
              <button type="submit" name="do" value="change">{t('console.departures.change-go', { count: concerned })}</button>
            </form>
          </details>
          <details open={answer('cancel') !== undefined}>
            <summary>{t('console.departures.cancel')}</summary>
            <form method="post" noValidate className="narrow start">
              <Summary answer={answer('cancel')} />
              <p>{t('console.departures.told-cancel', { count: concerned })}</p>
              <LanguagesField name="reason" label={t('console.departures.reason')} locales={conference.locales} answer={answer('cancel')} required />
              <button type="submit" name="do" value="cancel" className="danger">{t('console.departures.cancel-go', { count: concerned })}</button>
            </form>
          </details>
        </>
      )}
    </>
  );
}
