import { data, redirect } from 'react-router';
import type { Route } from './+types/visits.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { SelectField, Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { ConferenceNav } from './conference-nav.js';
import { bothLanguages, LanguagesField } from './languages-field.js';

const Visits = graphql(`
  query ConsoleVisits($slug: String!) {
    conference(slug: $slug) { id title timeZone startsOn }
    visits(conferenceSlug: $slug, first: 200) { edges { node { id slug title departures { id startsAt endsAt meetingPoint vehicle places { size taken waiting } } } } }
  }
`);
const AddVisit = graphql(`mutation AddVisit($input: CreateVisitInput!) { result: createVisit(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const AddDeparture = graphql(`mutation AddDepartureOf($input: AddDepartureInput!) { result: addDeparture(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);

const DONE = ['visit', 'departure'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference, visits } = await context.get(apiContext).ask(request, params.locale, Visits, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return { conference, visits: nodes(visits), done: DONE.find((task) => task === new URL(request.url).searchParams.get('done')) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const task = line(form, 'do') ?? '';
  const { result } = task === 'departure'
    ? await api.ask(request, params.locale, AddDeparture, {
        input: {
          visitId: line(form, 'visitId') ?? '', startsAt: line(form, 'startsAt') ?? '', endsAt: line(form, 'endsAt') ?? '', meetingPoint: bothLanguages(form, 'meetingPoint') ?? {},
          vehicle: line(form, 'vehicle'), guideLanguages: (line(form, 'guideLanguages') ?? '').split(/[\s,，、]+/).filter((tag) => tag !== ''), capacity: Number(line(form, 'capacity') ?? 0),
          bookableUntil: line(form, 'bookableUntil'), offerMinutes: 720,
        },
      })
    : await api.ask(request, params.locale, AddVisit, {
        input: { conferenceId: line(form, 'conference') ?? '', slug: line(form, 'slug') ?? '', title: bothLanguages(form, 'title') ?? {}, description: bothLanguages(form, 'description'), whatToBring: bothLanguages(form, 'whatToBring'), stops: stopsIn(line(form, 'stops')) },
      });
  if (result.__typename === 'Visit' || result.__typename === 'Departure') return redirect(`${new URL(request.url).pathname}?done=${task}`);
  return data({ task, answer: { message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) } }, { status: 422 });
}

export default function VisitsDesk({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const { conference, visits, done } = loaderData;
  const answer = (task: string) => (actionData?.task === task ? actionData.answer : undefined);
  const morning = `${conference.startsOn}T08:30`;
  return (
    <>
      <h1>{t('console.room.visits')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="visits" />
      {done !== undefined && actionData === undefined && <p className="note good">{t(`console.done.${done}`)}</p>}
      {visits.length === 0 && <p className="empty">{t('console.visits.empty')}</p>}
      <ul className="cards">
        {visits.map((visit) => (
          <li key={visit.id} className="card">
            <h2><a href={`/${params.locale}/conferences/${params.slug}/visits/${visit.slug}`}>{own(visit.title)}</a></h2>
            {visit.departures.length === 0 && <p className="quiet">{t('console.departures.none')}</p>}
            <ul className="bare runs">
              {visit.departures.map((departure) => (
                <li key={departure.id}>
                  {span(departure.startsAt, departure.endsAt, conference.timeZone)} <span className="quiet">{own(departure.meetingPoint)}</span>
                  {departure.places.size !== null && <div className="quiet">{t('console.places.line', { taken: departure.places.taken, size: departure.places.size, waiting: departure.places.waiting })}</div>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <details open={answer('visit') !== undefined || visits.length === 0}>
        <summary>{t('console.visits.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('visit')} />
          <input type="hidden" name="conference" value={conference.id} />
          <LanguagesField name="title" label={t('console.field.title')} answer={answer('visit')} required />
          <TextField name="slug" label={t('console.field.slug')} hint={t('console.field.slug-hint-part', { example: 'guild-hall' })} answer={answer('visit')} required ltr />
          <LanguagesField name="description" label={t('console.field.description')} answer={answer('visit')} lines={3} />
          <TextField name="stops" label={t('console.stops')} hint={t('console.stops-hint')} answer={answer('visit')} lines={4} />
          <LanguagesField name="whatToBring" label={t('web.visits.bring')} answer={answer('visit')} />
          <button type="submit" name="do" value="visit">{t('console.visits.add')}</button>
        </form>
      </details>
      {visits.length > 0 && <details open={answer('departure') !== undefined}>
        <summary>{t('console.departures.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer('departure')} />
          <SelectField name="visitId" label={t('console.departures.visit')} choices={visits.map((visit) => ({ value: visit.id, label: own(visit.title) }))} answer={answer('departure')} required />
          <TextField name="startsAt" type="datetime-local" label={t('console.departures.leaves')} hint={conference.timeZone} value={morning} answer={answer('departure')} required ltr />
          <TextField name="endsAt" type="datetime-local" label={t('console.departures.back')} value={morning} answer={answer('departure')} required ltr />
          <LanguagesField name="meetingPoint" label={t('console.departures.meeting-point')} answer={answer('departure')} required />
          <TextField name="vehicle" label={t('console.departures.vehicle')} answer={answer('departure')} />
          <TextField name="guideLanguages" label={t('console.departures.guide')} hint={t('console.departures.guide-hint')} answer={answer('departure')} ltr />
          <TextField name="capacity" type="number" label={t('console.departures.seats')} answer={answer('departure')} required />
          <TextField name="bookableUntil" type="datetime-local" label={t('console.departures.until')} hint={t('console.departures.until-hint')} answer={answer('departure')} ltr />
          <button type="submit" name="do" value="departure">{t('console.departures.add')}</button>
        </form>
      </details>}
    </>
  );
}

/** Stops as staff write them, one a line, the minutes after a comma; each begins when the one before ends, a quarter of an hour on the way. */
function stopsIn(text: string | null): { name: Record<string, string>; afterMinutes: number; stayMinutes: number }[] {
  let after = 15;
  return (text ?? '').split('\n').map((one) => one.trim()).filter((one) => one !== '').map((one) => {
    const [, name = one, minutes] = /^(.*?)[,，]\s*(\d{1,3})$/.exec(one) ?? [];
    const stayMinutes = Number(minutes ?? 30);
    const stop = { name: { en: name.trim() }, afterMinutes: after, stayMinutes };
    after += stayMinutes + 15;
    return stop;
  });
}
