import { data, redirect } from 'react-router';
import type { Route } from './+types/offer.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const Accept = graphql(`
  mutation Accept($input: AcceptOfferInput!) {
    result: acceptOffer(input: $input) {
      __typename
      ... on OfferAnswered { registration { id } }
      ... on Refusal { code message }
      ... on Clash { with { subjectId title startsAt endsAt } }
    }
  }
`);
const Decline = graphql(`
  mutation Decline($input: DeclineOfferInput!) {
    result: declineOffer(input: $input) { __typename ... on OfferAnswered { registration { id } } ... on Refusal { code message } }
  }
`);

const Offered = graphql(`
  query OfferedPlace($id: ID!, $token: String) {
    offeredPlace(offerId: $id, token: $token) {
      party offer { title expiresAt isOpen } conference { slug title timeZone } item { startsAt endsAt place }
    }
  }
`);

/** What is offered; nothing where the link leads to none of this reader's offers. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  try {
    const { offeredPlace } = await context.get(apiContext).ask(request, params.locale, Offered, { id: params.id, token: token === '' ? null : token });
    return { offered: offeredPlace, token, isPast: Date.parse(offeredPlace.offer.expiresAt) <= Date.now() };
  } catch (fault) {
    if (fault instanceof Response && fault.status === 404) return { offered: null, token, isPast: true };
    throw fault;
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const token = line(form, 'token');
  const api = context.get(apiContext);
  if (form.get('answer') === 'decline') {
    const { result } = await api.ask(request, params.locale, Decline, { input: { offerId: params.id, token } });
    if (result.__typename === 'OfferAnswered') return { done: 'declined' as const };
    return data({ done: undefined, message: result.message, clashes: [] }, { status: 409 });
  }
  const giveUp = form.getAll('giveUp').filter((one) => typeof one === 'string');
  const { result } = await api.ask(request, params.locale, Accept, { input: { offerId: params.id, token, giveUp } });
  if (result.__typename === 'OfferAnswered') return token === null ? redirect(`/${params.locale}/registrations/${result.registration.id}`) : { done: 'accepted' as const };
  return data({ done: undefined, message: result.message, clashes: result.__typename === 'Clash' ? result.with : [] }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => [{ title: textsFor(params.locale).t(loaderData?.offered === null ? 'day.offer.unknown.title' : 'web.offer.title') }, { name: 'robots', content: 'noindex' }];

/** Opening the letter's link changes nothing; a button answers. */
export default function OfferPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span, moment, zone } = useTexts();
  const { offered, token, isPast } = loaderData;
  if (offered === null) return <main id="main" className="narrow"><h1>{t('day.offer.unknown.title')}</h1><p>{t('day.offer.unknown')}</p><p><a className="button second" href={`/${params.locale}/me`}>{t('web.me.title')}</a></p></main>;
  const { item, offer, party, conference: { timeZone, title } } = offered;
  if (actionData?.done !== undefined) {
    return <main id="main" className="narrow"><h1>{t('web.offer.title')}</h1><p className="note good">{t(actionData.done === 'accepted' ? 'web.offer.accepted' : 'web.offer.declined')}</p><p><a className="button second" href={`/${params.locale}/me`}>{t('web.me.title')}</a></p></main>;
  }
  return (
    <main id="main" className="narrow">
      <p className="eyebrow">{own(title)}</p>
      <h1>{t(offer.isOpen ? 'web.offer.title' : 'day.offer.unknown.title')}</h1>
      <div className="card offered">
        <h2>{own(offer.title)}</h2>
        {item !== null && item.startsAt !== null && item.endsAt !== null && <p>{span(item.startsAt, item.endsAt, timeZone)}{item.place !== null && <> · {own(item.place)}</>}</p>}
        {party > 1 && <p>{t('day.offer.party', { party })}</p>}
        {(offer.isOpen || isPast) && <p className="quiet">{t(offer.isOpen ? 'day.offer.until' : 'day.offer.ended', { moment: moment(offer.expiresAt, timeZone) })} {t('web.conference.time-zone', { zone: zone(timeZone, offer.expiresAt) })}</p>}
      </div>
      <p>{t(offer.isOpen ? 'web.offer.lead' : 'day.offer.unknown')}</p>
      {!offer.isOpen && <p><a className="button second" href={`/${params.locale}/me`}>{t('web.me.title')}</a></p>}
      {(offer.isOpen || actionData !== undefined) && <form method="post">
        <input type="hidden" name="token" value={token} />
        {actionData !== undefined && (
          <div className="note bad" role="alert">
            <p>{actionData.message}</p>
            {actionData.clashes.length > 0 && <ul>{actionData.clashes.map((item) => <li key={item.subjectId}>{own(item.title)}</li>)}</ul>}
          </div>
        )}
        {actionData?.clashes.map((item) => <input key={item.subjectId} type="hidden" name="giveUp" value={item.subjectId} />)}
        {offer.isOpen && <div className="row">
          <button type="submit" name="answer" value="accept">{t((actionData?.clashes.length ?? 0) > 0 ? 'web.offer.swap' : 'web.offer.accept')}</button>
          <button className="second" type="submit" name="answer" value="decline">{t('web.offer.decline')}</button>
        </div>}
      </form>}
    </main>
  );
}
