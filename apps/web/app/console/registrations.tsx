import { data, redirect } from 'react-router';
import type { Route } from './+types/registrations.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { chosen, line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { StateChip } from '../registration/state-chip.js';
import { ConferenceNav } from './conference-nav.js';

const PAGE = 50;
const SORTS = ['NEWEST', 'OLDEST', 'NAME'] as const;
const STATES = ['IN_REVIEW', 'CONFIRMED', 'WAITLISTED', 'DRAFT', 'DECLINED', 'CANCELLED', 'WITHDRAWN'] as const;

const ConferenceId = graphql(`query ConferenceId($slug: String!) { conference(slug: $slug) { id title timeZone } }`);
const List = graphql(`
  query ConsoleRegistrations($id: ID!, $filter: RegistrationFilter, $sort: RegistrationSort, $first: Int!, $after: String) {
    registrations(conferenceId: $id, filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id code state email organisation submittedAt allowedMoves person { nationality names { full fullLatin } } category { title } } }
    }
  }
`);
const Approve = graphql(`mutation Approve($ids: [ID!]!) { result: approveRegistrations(ids: $ids) { __typename ... on RegistrationsDecided { outcomes { id refusal { message } } } ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Decline = graphql(`mutation DeclineMany($ids: [ID!]!, $reason: String!) { result: declineRegistrations(ids: $ids, reason: $reason) { __typename ... on RegistrationsDecided { outcomes { id refusal { message } } } ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, ConferenceId, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const search = query.get('q')?.trim() ?? '';
  const states = STATES.filter((state) => query.getAll('state').includes(state));
  const sort = SORTS.find((one) => one === query.get('sort')) ?? 'NEWEST';
  const filter = { ...(search === '' ? {} : { search }), ...(states.length === 0 ? {} : { states }) };
  const { registrations } = await api.ask(request, params.locale, List, { id: conference.id, filter, sort, first: PAGE, after: query.get('after') });
  return { conference, registrations, search, states, sort, isFirst: !query.has('after') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const ids = chosen(form, 'id');
  const back = (status: number, refusals: readonly string[]) => data({ refusals: [...new Set(refusals)], ids, reason: line(form, 'reason') ?? '' }, { status });
  if (ids.length === 0) return back(422, [textsFor(params.locale).t('console.registrations.none-picked')]);
  const { result } = form.get('do') === 'decline'
    ? await api.ask(request, params.locale, Decline, { ids, reason: line(form, 'reason') ?? '' })
    : await api.ask(request, params.locale, Approve, { ids });
  if (result.__typename !== 'RegistrationsDecided') return back(422, result.__typename === 'InvalidInput' ? result.problems.map((problem) => problem.message) : [result.message]);
  const refusals = result.outcomes.flatMap((outcome) => (outcome.refusal === null ? [] : [outcome.refusal.message]));
  return refusals.length === 0 ? redirect(new URL(request.url).pathname + new URL(request.url).search) : back(409, refusals);
}

export default function Registrations({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, country, brief } = useTexts();
  const { conference, registrations, search, states, sort, isFirst } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/registrations`;
  const rows = registrations.edges.map((edge) => edge.node);
  const next = new URLSearchParams([...(search === '' ? [] : [['q', search]]), ...states.map((state) => ['state', state]), ['sort', sort], ['after', registrations.pageInfo.endCursor ?? '']]);
  const isFiltered = search !== '' || states.length > 0;
  return (
    <>
      <h1>{t('console.room.registrations')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="registrations" />
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="q">{t('console.registrations.search')}</label><input id="q" name="q" type="search" defaultValue={search} dir="auto" /></div>
        <div className="field">
          <label htmlFor="state">{t('console.field.state')}</label>
          <select id="state" name="state" defaultValue={states[0] ?? ''}>
            <option value="">{t('console.registrations.all-states')}</option>
            {STATES.map((state) => <option key={state} value={state}>{t(`state.registration.${state}`)}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor="sort">{t('console.registrations.sort')}</label>
          <select id="sort" name="sort" defaultValue={sort}>{SORTS.map((one) => <option key={one} value={one}>{t(`console.registrations.sort.${one}`)}</option>)}</select>
        </div>
        <button className="second" type="submit">{t('web.search')}</button>
        {isFiltered && <a className="button second" href={base}>{t('console.filter.clear')}</a>}
      </form>
      {actionData !== undefined && <div className="note bad" role="alert"><ul>{actionData.refusals.map((message) => <li key={message}>{message}</li>)}</ul></div>}
      <p className="row"><span>{t('console.registrations.count', { count: registrations.totalCount, shown: number(registrations.totalCount) })}</span>
        <span className="end">{t('console.exports')} <a href={`/exports/registrations?conferenceId=${conference.id}&format=csv&locale=${params.locale}`}>CSV</a> <a href={`/exports/registrations?conferenceId=${conference.id}&format=xlsx&locale=${params.locale}`}>XLSX</a></span></p>
      {rows.length === 0 ? <p className="empty">{t(isFiltered ? 'console.registrations.empty' : 'console.registrations.first')}</p> : (
        <form method="post">
          <div className="table broad" tabIndex={0} role="region" aria-label={t('console.room.registrations')}>
            <table>
              <thead><tr><th><span className="hidden">{t('console.registrations.pick')}</span></th><th>{t('console.registrations.name')}</th><th>{t('console.field.state')}</th><th>{t('console.registrations.category')}</th><th>{t('web.field.nationality')}</th><th>{t('web.field.organisation')}</th><th>{t('web.field.email')}</th><th>{t('console.registrations.submitted')}</th></tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td><label className="pick"><input type="checkbox" name="id" value={row.id} defaultChecked={actionData?.ids.includes(row.id)} /><span className="hidden">{row.person.names.full === '' ? row.code : row.person.names.full}</span></label></td>
                    <td><a href={`${base}/${row.id}`}><bdi>{row.person.names.full === '' ? row.code : row.person.names.full}</bdi></a>{row.person.names.fullLatin !== row.person.names.full && <div className="quiet ltr">{row.person.names.fullLatin}</div>}</td>
                    <td><StateChip state={row.state} /></td>
                    <td>{own(row.category.title)}</td>
                    <td>{row.person.nationality === null ? '' : country(row.person.nationality)}</td>
                    <td><bdi>{row.organisation}</bdi></td>
                    <td><bdi className="ltr">{row.email}</bdi></td>
                    <td className="tight">{row.submittedAt === null ? '' : brief(row.submittedAt, conference.timeZone)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="decide">
            <p>{t('console.registrations.picked')}</p>
            <div className="field"><label htmlFor="reason">{t('console.registrations.reason')}</label><input id="reason" name="reason" dir="auto" defaultValue={actionData?.reason} /></div>
            <div className="row">
            <button type="submit" name="do" value="approve">{t('console.registrations.approve')}</button>
            <button type="submit" name="do" value="decline" className="danger">{t('console.registrations.decline')}</button>
            </div>
          </div>
        </form>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={base}>{t('console.first-page')}</a>}
        {registrations.pageInfo.hasNextPage && <a className="button second" href={`${base}?${next.toString()}`}>{t('console.next-page')}</a>}
      </p>
    </>
  );
}
