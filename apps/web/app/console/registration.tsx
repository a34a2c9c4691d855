import { data, redirect } from 'react-router';
import type { Route } from './+types/registration.js';
import { apiContext } from '../api/context.js';
import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip, StateChip } from '../registration/state-chip.js';
import { ConferenceNav } from './conference-nav.js';
import { decide } from './decide.js';
import { Desk, NextInList, TagsInUse } from './desk-registration.js';
import { Facts } from './facts.js';
import { addressOf, filterOf, placeOf, queryIn } from './registrations/list-query.js';
import { Tags } from './registrations/tags.js';
import { TravelDocument } from './travel-document.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { registration } = await api.ask(request, params.locale, Desk, { id: params.id });
  if (registration === null || registration.conference.slug !== params.slug) throw new Response(null, { status: 404 });
  const { registrationTags: tags } = await api.ask(request, params.locale, TagsInUse, { id: registration.conference.id });
  const asked = new URL(request.url).searchParams;
  const [query, at] = [queryIn(asked), asked.get('at')];
  const next = at === null ? undefined : (await api.ask(request, params.locale, NextInList, { id: registration.conference.id, filter: filterOf(query), sort: query.sort, after: at })).registrations.edges[0];
  return { registration, tags, query, after: asked.get('after'), next };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const result = await decide(context.get(apiContext), request, params.locale, params.id);
  const { pathname, search } = new URL(request.url);
  if (result.kind === 'DONE') return redirect(pathname + search);
  return data(result, { status: result.kind === 'REVEALED' ? 200 : 409, headers: { 'Cache-Control': 'no-store' } });
}

export function headers({ actionHeaders }: Route.HeadersArgs): Headers {
  return actionHeaders;
}

export default function DeskRegistration({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, brief } = useTexts();
  const { registration: one, query, after, next } = loaderData;
  const list = `/${params.locale}/console/conferences/${params.slug}/registrations`;
  const back = new URLSearchParams([...addressOf(query), ...(after === null ? [] : [['after', after]])]);
  const zone = one.conference.timeZone;
  const moves = (['APPROVE', 'DECLINE', 'CANCEL'] as const).filter((move) => one.allowedMoves.includes(move));
  return (
    <>
      <h1><bdi>{one.person.names.full === '' ? one.code : one.person.names.full}</bdi></h1>
      <p className="quiet">{own(one.conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="registrations" />
      <p className="row">
        <a href={`${list}?${back.toString()}#r-${one.id}`}>{t('console.registration.back')}</a>
        {next !== undefined && <a className="end" href={`${list}/${next.node.id}?${placeOf(query, next.cursor, after).toString()}`}>{t('console.registration.next')} <bdi>{next.node.person.names.full === '' ? next.node.code : next.node.person.names.full}</bdi></a>}
      </p>
      <p><StateChip state={one.state} /> {own(one.category.title)} · <span className="ltr">{one.code}</span> · {t(`state.origin.${one.origin}`)}{one.submittedAt !== null && <> · {brief(one.submittedAt, zone)}</>}</p>
      {actionData?.kind === 'REFUSED' && <p className="note bad" role="alert">{actionData.message}</p>}
      {moves.length > 0 && (
        <form method="post" className="decide">
          <div className="field"><label htmlFor="reason">{t('console.registrations.reason')}</label><input id="reason" name="reason" dir="auto" defaultValue={actionData?.kind === 'REFUSED' ? actionData.reason : ''} /></div>
          <div className="row">
            {moves.includes('APPROVE') && <button type="submit" name="do" value="approve">{t('console.registrations.approve')}</button>}
            {moves.includes('DECLINE') && <button type="submit" name="do" value="decline" className="danger">{t('console.registrations.decline')}</button>}
            {moves.includes('CANCEL') && <button type="submit" name="do" value="cancel" className="danger">{t('console.registrations.cancel')}</button>}
          </div>
        </form>
      )}
      <Tags tags={one.tags} known={loaderData.tags} />
      <Facts registration={one} />
      {one.travelDocument !== null && <TravelDocument document={one.travelDocument} revealed={actionData?.kind === 'REVEALED' ? actionData.document : undefined} refused={actionData?.kind === 'NOT_REVEALED' ? actionData.message : undefined} />}
      <h2>{t('console.registration.agenda')}</h2>
      {one.agenda.length === 0 ? <p className="quiet">{t('console.agenda.empty')}</p> : <ul>{one.agenda.map((item) => <li key={item.id}>{own(item.title)}{item.startsAt !== null && <span className="quiet"> · {brief(item.startsAt, zone)}</span>} <AgendaChip state={item.state} /></li>)}</ul>}
      <h2>{t('web.status.history')}</h2>
      <ol className="timeline">{one.history.map((move) => <li key={`${move.at} ${move.to}`}><strong>{t(`state.registration.${move.to}`)}</strong> <span className="quiet">{brief(move.at, zone)} · <bdi>{move.by}</bdi></span>{move.reason !== null && <p className="quiet"><bdi>{move.reason}</bdi></p>}</li>)}</ol>
    </>
  );
}
