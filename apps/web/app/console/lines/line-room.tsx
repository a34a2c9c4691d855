import { data, redirect } from 'react-router';
import type { Route } from './+types/line-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { line } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { setCapacity } from './capacity.js';
import { CapacityForm } from './capacity-form.js';
import { OverrideForm } from './override-form.js';
import { loadPools } from './pools.js';
import { Turns } from './turns.js';

const Line = graphql(`
  query Line($pool: ID!, $after: String) {
    waitingList(poolId: $pool, first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { position party priority since moveReason keptSince offerExpiresAt registration { id code organisation person { names { full } } } } }
    }
  }
`);
const Move = graphql(`mutation MoveInLine($input: MoveInLineInput!) { result: moveInLine(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Override = graphql(`mutation OverrideClash($input: OverrideClashInput!) { result: overrideClash(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Find = graphql(`query FindRegistration($id: ID!, $search: String!) { registrations(conferenceId: $id, filter: { search: $search }, first: 2) { edges { node { id } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference, pools } = await loadPools(api, request, params.locale, params.slug);
  const pool = pools.find(({ places }) => places.poolId === params.pool);
  if (pool === undefined) throw new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const { waitingList } = await api.ask(request, params.locale, Line, { pool: params.pool, after: query.get('after') });
  return { conference, pool, waitingList, isFirst: !query.has('after'), done: (['move', 'override', 'capacity'] as const).find((task) => task === query.get('done')) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { t } = textsFor(params.locale);
  const here = new URL(request.url).pathname;
  const [reason, task] = [line(form, 'reason') ?? '', line(form, 'do') ?? 'move'];
  if (task === 'capacity') {
    const capacity = await setCapacity(form, { api, request, locale: params.locale });
    return capacity === undefined ? redirect(`${here}?done=capacity`) : data({ task, who: undefined, message: undefined, reason, capacity }, { status: 409 });
  }
  const who = line(form, 'registration') ?? '';
  const refused = (message: string) => data({ task, who, message, reason, capacity: undefined }, { status: 409 });
  if (reason === '') return refused(t('console.lines.reason-missing'));
  if (task === 'override') {
    const search = line(form, 'who') ?? '';
    const { registrations } = search === '' ? { registrations: { edges: [] } } : await api.ask(request, params.locale, Find, { id: line(form, 'conference') ?? '', search });
    const [found, another] = registrations.edges;
    if (found === undefined || another !== undefined) return data({ task, who: search, message: t('console.lines.who-unclear'), reason, capacity: undefined }, { status: 422 });
    const { result } = await api.ask(request, params.locale, Override, { input: { registrationId: found.node.id, poolId: params.pool, reason } });
    return result.__typename === 'ClashOverridden' ? redirect(`${here}?done=override`) : data({ task, who: search, message: result.message, reason, capacity: undefined }, { status: 409 });
  }
  const { result } = await api.ask(request, params.locale, Move, { input: { registrationId: who, poolId: params.pool, priority: Number(line(form, 'priority')), reason } });
  return result.__typename === 'LineMoved' ? redirect(`${here}?done=move`) : refused(result.__typename === 'InvalidInput' ? (result.problems[0]?.message ?? result.message) : result.message);
}

export default function LineRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, brief } = useTexts();
  const { conference, pool, waitingList, isFirst, done } = loaderData;
  const desk = `/${params.locale}/console/conferences/${params.slug}`;
  const turns = waitingList.edges.map(({ node }) => node);
  const here = `${desk}/lines/${params.pool}`;
  return (
    <>
      <h1>{own(pool.title)}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="lines" />
      <p className="row"><a href={`${desk}/lines`}>{t('console.lines.all')}</a> <span className="quiet">{t(`console.lines.kind.${pool.kind}`)}{pool.startsAt !== null && <> · {brief(pool.startsAt, conference.timeZone)}</>}</span></p>
      {done !== undefined && actionData === undefined && <p className="note good" role="status">{t(`console.lines.done.${done}`)}</p>}
      {actionData?.task === 'move' && <p className="note bad" role="alert">{actionData.message}</p>}
      {turns.length === 0 ? <p className="empty">{t('console.lines.empty')}</p> : <Turns turns={turns} timeZone={conference.timeZone} registrations={`${desk}/registrations`} open={actionData?.task === 'move' ? actionData.who : undefined} reason={actionData?.reason ?? ''} />}
      <p className="row">
        {!isFirst && <a className="button second" href={here}>{t('console.first-page')}</a>}
        {waitingList.pageInfo.hasNextPage && <a className="button second" href={`${here}?after=${encodeURIComponent(waitingList.pageInfo.endCursor ?? '')}`}>{t('console.next-page')}</a>}
      </p>
      <CapacityForm places={pool.places} refused={actionData?.capacity} registrations={`${desk}/registrations`} />
      {pool.kind !== 'CATEGORY' && <OverrideForm conferenceId={conference.id} refused={actionData?.task === 'override' ? { message: actionData.message, who: actionData.who ?? '', reason: actionData.reason } : undefined} />}
    </>
  );
}

export type Turn = Awaited<ReturnType<typeof loader>>['waitingList']['edges'][number]['node'];
