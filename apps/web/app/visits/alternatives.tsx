import { data, redirect } from 'react-router';
import type { Route } from './+types/alternatives.js';
import { FreePlaces } from '../agenda/free-places.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const Alternatives = graphql(`
  query Alternatives($departure: ID!, $registration: ID, $token: String) {
    departureAlternatives(departureId: $departure, registrationId: $registration, token: $token) {
      registrationId party stillBooked
      departure { id startsAt endsAt state cancelReason meetingPoint visit { slug title } }
      conference { slug timeZone title }
      alternatives { id startsAt endsAt meetingPoint guideLanguages places { size remaining lineOpen } }
    }
  }
`);
const Swap = graphql(`
  mutation Swap($input: SwapDepartureInput!, $key: String) {
    result: swapDeparture(input: $input, idempotencyKey: $key) { __typename ... on AgendaItem { startsAt endsAt } ... on Refusal { message } ... on Clash { with { title startsAt endsAt } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const [registration, token] = [query.get('registration'), query.get('token')];
  const { departureAlternatives: found } = await context.get(apiContext).ask(request, params.locale, Alternatives, { departure: params.departure, registration, token });
  return { found, registration, token, moved: query.has('moved'), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { searchParams } = new URL(request.url);
  const [registration, token, to] = [searchParams.get('registration'), searchParams.get('token'), line(form, 'to') ?? ''];
  const { result } = await context.get(apiContext).ask(request, params.locale, Swap, {
    input: { registrationId: registration, token, fromDepartureId: params.departure, toDepartureId: to }, key: line(form, 'key'),
  });
  if (result.__typename !== 'AgendaItem') return data({ moved: undefined, message: result.message, clashes: result.__typename === 'Clash' ? result.with : [] }, { status: 409 });
  if (token === null) return redirect(`/${params.locale}/departures/${to}/alternatives?registration=${registration ?? ''}&moved=1`);
  return data({ moved: { startsAt: result.startsAt, endsAt: result.endsAt }, message: undefined, clashes: [] });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('day.alternatives.title') }, { name: 'robots', content: 'noindex' }];

/** Where else one may go; the seat that one has is given up only when the new one is certain. */
export default function AlternativesPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span, list, language } = useTexts();
  const { found: { conference: held, departure, party, stillBooked, alternatives }, token, moved, key } = loaderData;
  const { timeZone, slug, title } = held;
  const conference = `/${params.locale}/conferences/${slug}`;
  const agenda = <p><a href={`${conference}/agenda`}>{t('web.status.agenda')}</a></p>;
  if (actionData?.moved != null) {
    return <main id="main" className="narrow"><p className="eyebrow">{own(title)}</p><h1>{own(departure.visit.title)}</h1><p className="note good" role="status">{t('day.moved')} {actionData.moved.startsAt !== null && actionData.moved.endsAt !== null && span(actionData.moved.startsAt, actionData.moved.endsAt, timeZone)}</p>{agenda}</main>;
  }
  return (
    <main id="main" className="narrow">
      <p className="eyebrow"><a href={conference}>{own(title)}</a></p>
      <h1>{own(departure.visit.title)}</h1>
      {moved && actionData === undefined && <p className="note good" role="status">{t('day.moved')}</p>}
      <p className="lead">{span(departure.startsAt, departure.endsAt, timeZone)} · {own(departure.meetingPoint)}</p>
      {departure.state === 'CANCELLED' ? <p className="note bad">{t('day.cancelled')}{departure.cancelReason !== null && <> {own(departure.cancelReason)}</>}</p>
        : stillBooked ? <p>{t('day.still-booked', { party })}</p> : <p>{t('day.not-booked')}</p>}
      {actionData?.message !== undefined && (
        <div className="note bad" role="alert"><p>{actionData.message}</p>{actionData.clashes.length > 0 && <ul>{actionData.clashes.map((item) => <li key={`${item.startsAt} ${own(item.title)}`}>{own(item.title)} · {span(item.startsAt, item.endsAt, timeZone)}</li>)}</ul>}</div>
      )}
      <h2>{t('day.alternatives.title')}</h2>
      {alternatives.length === 0 ? <p className="empty">{t('day.alternatives.none')}</p> : (
        <ul className="bare stacked">
          {alternatives.map((one) => (
            <li key={one.id} className="card">
              <h3>{span(one.startsAt, one.endsAt, timeZone)}</h3>
              <p className="quiet">{t('web.visits.meeting', { place: own(one.meetingPoint) })}{one.guideLanguages.length > 0 && <> · {t('web.visits.guide', { languages: list(one.guideLanguages.map(language)) })}</>}</p>
              <form method="post" className="row">
                <FreePlaces places={one.places} />
                <input type="hidden" name="to" value={one.id} />
                <input type="hidden" name="key" value={`${key}-${one.id}`} />
                <button type="submit" className="end-button">{t(stillBooked ? 'day.move-here' : 'web.visits.book')}</button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {token === null ? agenda : <p><a href={`${conference}/visits`}>{t('web.back.visits')}</a></p>}
    </main>
  );
}
