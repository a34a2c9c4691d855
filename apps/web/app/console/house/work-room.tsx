import { data, redirect } from 'react-router';
import type { Route } from './+types/work-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { line } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseFrame } from './house-frame.js';
import { WORK_STATES, workName } from './work-names.js';
import { WorkLine } from './work-line.js';

const Work = graphql(`
  query Work($filter: WorkFilter, $after: String) {
    installation { work { name } }
    work(filter: $filter, first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id name state createdAt dueAt failures failure failedAt } } }
  }
`);
const Retry = graphql(`mutation RetryWork($input: RetryWorkInput!) { result: retryWork(input: $input) { __typename ... on WorkRetried { count } ... on Refusal { message } } }`);
const Aside = graphql(`mutation PutWorkAside($id: ID!) { result: putWorkAside(id: $id) { __typename ... on WorkPutAside { name } ... on Refusal { message } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const state = WORK_STATES.find((one) => one === query.get('state'));
  const name = query.get('name') ?? '';
  const filter = { ...(state === undefined ? {} : { states: [state] }), ...(name === '' ? {} : { names: [name] }) };
  const { work, installation } = await context.get(apiContext).ask(request, params.locale, Work, { filter, after: query.get('after') });
  const names = [...new Set([...installation.work.map((one) => one.name), ...(name === '' ? [] : [name])])];
  return { work, names, state, name, retried: query.get('retried'), wasPutAside: query.has('aside'), isFirst: !query.has('after') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const url = new URL(request.url);
  const to = (name: string, value: string) => {
    const query = new URLSearchParams([...url.searchParams].filter(([key]) => key === 'state' || key === 'name'));
    query.set(name, value);
    return redirect(`${url.pathname}?${query.toString()}`);
  };
  if (form.get('step') === 'aside') {
    const { result } = await api.ask(request, params.locale, Aside, { id: line(form, 'id') ?? '' });
    return result.__typename === 'WorkPutAside' ? to('aside', '1') : data({ message: result.message }, { status: 409 });
  }
  const { result } = await api.ask(request, params.locale, Retry, { input: form.get('step') === 'all' ? { name: line(form, 'name') } : { id: line(form, 'id') } });
  return result.__typename === 'WorkRetried' ? to('retried', String(result.count)) : data({ message: result.message }, { status: 409 });
}

/** Work that is not done, piece by piece: why it failed, to be tried again or put aside. */
export default function WorkRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const texts = useTexts();
  const { t, number } = texts;
  const { work, names, state, name, retried, wasPutAside, isFirst } = loaderData;
  const here = `/${params.locale}/console/installation/work`;
  const chosen = Object.entries({ state, name }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const link = (more: readonly [string, string][]): string => `${here}?${new URLSearchParams([...chosen, ...more]).toString()}`;
  return (
    <HouseFrame locale={params.locale} here="health">
      <h2>{t('console.work.title')}</h2>
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {retried !== null && <p className="note good" role="status">{t('console.work.saved.retried', { count: Number(retried) })}</p>}
      {wasPutAside && <p className="note good" role="status">{t('console.work.saved.aside')}</p>}
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="state">{t('console.field.state')}</label><select id="state" name="state" defaultValue={state ?? ''}><option value="">{t('console.work.all-states')}</option>{WORK_STATES.map((one) => <option key={one} value={one}>{t(`console.house.state.${one}`)}</option>)}</select></div>
        <div className="field"><label htmlFor="name">{t('console.house.work.what')}</label><select id="name" name="name" defaultValue={name}><option value="">{t('console.work.all-names')}</option>{names.map((one) => <option key={one} value={one}>{workName(texts, one)}</option>)}</select></div>
        <button className="second" type="submit">{t('web.search')}</button>
        {chosen.length > 0 && <a className="button second" href={here}>{t('console.filter.clear')}</a>}
      </form>
      <div className="row"><span className="quiet">{t('console.work.count', { count: work.totalCount, shown: number(work.totalCount) })}</span>
        {state === 'SET_ASIDE' && name !== '' && work.totalCount > 1 && <form method="post" className="end"><input type="hidden" name="step" value="all" /><input type="hidden" name="name" value={name} /><button type="submit" className="second">{t('console.work.retry-all', { name: workName(texts, name) })}</button></form>}</div>
      {work.edges.length === 0 ? <p className="empty">{t('console.work.empty')}</p> : (
        <ol className="deeds">{work.edges.map(({ node }) => <WorkLine key={node.id} piece={node} />)}</ol>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={link([])}>{t('console.first-page')}</a>}
        {work.pageInfo.hasNextPage && <a className="button second" href={link([['after', work.pageInfo.endCursor ?? '']])}>{t('console.next-page')}</a>}
      </p>
      <p className="quiet">{t('console.audit.zone', { zone: texts.zone('UTC', new Date().toISOString()) })}</p>
    </HouseFrame>
  );
}
