import { data, redirect } from 'react-router';
import type { Route } from './+types/visit.js';
import { ClashAhead } from '../agenda/clash-ahead.js';
import { clashesOf, nearestFitting } from '../agenda/clashing.js';
import { FreePlaces } from '../agenda/free-places.js';
import { Choosing } from '../agenda/choosing.js';
import { answerOf, chooseOrLeave } from '../agenda/choose.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { described, withOffset } from '../conferences/structured-data.js';
import { useConference } from '../conferences/use-conference.js';
import { isSignedIn } from '../identity/signed-in.js';
import { line } from '../forms/problems.js';
import { Prose } from '../layout/prose.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const VisitPage = graphql(`
  query VisitPage($slug: String!, $visit: String!, $signedIn: Boolean!) {
    visits(conferenceSlug: $slug, slug: $visit) { edges { node {
      id slug title description whatToBring stops { name afterMinutes stayMinutes }
      departures { id startsAt endsAt meetingPoint state vehicle guideLanguages bookableUntil isBookable places { size remaining waiting lineOpen } }
    } } }
    myAgenda(conferenceSlug: $slug) @include(if: $signedIn) { days { entries { startsAt endsAt item { title state departure { id visit { slug } } } } } }
    myRegistrations(conferenceSlug: $slug, first: 200) @include(if: $signedIn) { edges { node { id state person { names { full } } agenda { state positionInLine departure { id } } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const signedIn = isSignedIn(request);
  const { visits, myRegistrations, myAgenda } = await context.get(apiContext).ask(request, params.locale, VisitPage, { slug: params.slug, visit: params.visit, signedIn });
  const [visit] = nodes(visits);
  if (visit === undefined) throw new Response(null, { status: 404 });
  const held = (myAgenda?.days ?? []).flatMap(({ entries }) => entries).filter(({ item }) => item.state === 'CONFIRMED' || item.state === 'HELD');
  return { visit, held, registrations: (myRegistrations === undefined ? [] : nodes(myRegistrations)).filter((one) => one.state === 'CONFIRMED') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const subject = line(await request.clone().formData(), 'subject');
  const result = await chooseOrLeave(context.get(apiContext), request, params.locale, 'departure');
  const path = new URL(request.url).pathname;
  return result.done ? redirect(`${path}#d-${subject ?? ''}`) : data({ subject, answer: answerOf(result) }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params, loaderData, matches }) => {
  const frame = matches[2].loaderData;
  if (loaderData === undefined || frame === undefined) return [];
  const texts = textsFor(params.locale);
  const { own } = texts;
  const { title, description, slug, departures } = loaderData.visit;
  const { timeZone, title: conference, city } = frame.conference;
  return described(texts, frame, own(title), `${own(conference)} · ${own(city)}`, departures.map((departure) => ({
    name: own(title), description: description === null ? null : own(description), startDate: withOffset(departure.startsAt, timeZone), endDate: withOffset(departure.endsAt, timeZone),
    url: `${frame.origin}/${params.locale}/conferences/${params.slug}/visits/${slug}#d-${departure.id}`, place: own(departure.meetingPoint), isCancelled: departure.state === 'CANCELLED',
  })));
};

export default function VisitView({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, moment, span, list, language } = useTexts();
  const { timeZone } = useConference();
  const { visit, registrations, held } = loaderData;
  const others = held.filter(({ item }) => item.departure?.visit.slug !== visit.slug);
  const bookable = visit.departures.filter(({ isBookable, places }) => isBookable && places.remaining !== 0);
  const here = `/${params.locale}/conferences/${params.slug}/visits/${visit.slug}`;
  return (
    <>
      <h1>{own(visit.title)}</h1>
      {visit.description !== null && <Prose text={own(visit.description)} />}
      {visit.stops.length > 0 && (
        <>
          <h2>{t('web.visits.route')}</h2>
          <ol>{visit.stops.map((stop) => <li key={`${stop.afterMinutes} ${own(stop.name)}`}>{own(stop.name)} <span className="quiet">{t('web.visits.stay', { minutes: stop.stayMinutes })}</span></li>)}</ol>
        </>
      )}
      {visit.whatToBring !== null && <><h2>{t('web.visits.bring')}</h2><Prose text={own(visit.whatToBring)} /></>}
      <h2>{t('web.visits.departures')}</h2>
      {visit.departures.length === 0 && <p className="empty">{t('web.visits.none')}</p>}
      <ul className="cards">
        {visit.departures.map((departure) => (
          <li key={departure.id} className="card" id={`d-${departure.id}`}>
            <h3>{span(departure.startsAt, departure.endsAt, timeZone)}</h3>
            <p>{t('web.visits.meeting', { place: own(departure.meetingPoint) })}</p>
            {departure.guideLanguages.length > 0 && <p className="quiet">{t('web.visits.guide', { languages: list(departure.guideLanguages.map(language)) })}</p>}
            <p><FreePlaces places={departure.places} /></p>
            <p className="quiet">{departure.state === 'CANCELLED' ? t('day.cancelled') : departure.isBookable ? t('web.visits.until', { moment: moment(departure.bookableUntil, timeZone) }) : t('web.visits.closed')}</p>
            <ClashAhead clashes={departure.isBookable ? clashesOf(others, departure) : []} fitting={nearestFitting(bookable, others, departure)} timeZone={timeZone} />
            <Choosing kind="departure" subjectId={departure.id} canBook={departure.isBookable} full={departure.places.remaining === 0} lineOpen={departure.places.lineOpen} timeZone={timeZone} alternativesBase={here}
              registrations={registrations.map((one) => ({ ...one, item: one.agenda.find((item) => item.departure?.id === departure.id) }))}
              answer={actionData?.subject === departure.id ? actionData.answer : undefined} register={`/${params.locale}/conferences/${params.slug}/register`} />
          </li>
        ))}
      </ul>
      <p><a href={`/${params.locale}/conferences/${params.slug}/visits`}>{t('web.back.visits')}</a></p>
    </>
  );
}
