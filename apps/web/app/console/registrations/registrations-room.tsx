import { data, redirect } from 'react-router';
import type { Route } from './+types/registrations-room.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { FilterForm } from './filter-form.js';
import { addressOf, COLUMNS, filterOf, isFiltered, placeOf, queryIn } from './list-query.js';
import { Approve, Decline, DeleteView, DeskConference, List, OneView, SaveView, StartRun } from './registrations-data.js';
import type { DEEDS } from './registrations-data.js';
import { RegistrationsTable } from './registrations-table.js';
import { RunNotes } from './run-notes.js';
import { TagField } from './tag-field.js';
import { ViewsBar } from './views-bar.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const asked = new URL(request.url).searchParams;
  const view = asked.get('view');
  // A link to a view alone opens as its filter, so that the address says what is seen.
  if (view !== null && [...asked.keys()].every((name) => name === 'view' || name === 'saved')) {
    const { registrationView: { search, states, sort, categories, nationalities, tags, columns } } = await api.ask(request, params.locale, OneView, { id: view });
    const kept = queryIn(new URLSearchParams(states.map((state) => ['state', state])));
    const address = addressOf({ ...kept, search: search ?? '', categories, nationalities, tags, sort, columns: columns ?? kept.columns });
    address.set('sort', sort);
    for (const [name, value] of asked) address.set(name, value);
    throw redirect(`${new URL(request.url).pathname}?${address.toString()}`);
  }
  const { conference } = await api.ask(request, params.locale, DeskConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const query = queryIn(asked);
  const { registrations, registrationViews, registrationTags, registrationRuns } = await api.ask(request, params.locale, List, { id: conference.id, filter: filterOf(query), sort: query.sort, first: query.show, after: asked.get('after') });
  return { conference, registrations, views: registrationViews, tags: registrationTags, runs: nodes(registrationRuns), query, view, isSaved: asked.has('saved'), after: asked.get('after'), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { pathname, search, searchParams } = new URL(request.url);
  const [deed, ids, reason] = [form.get('do'), chosen(form, 'id'), line(form, 'reason') ?? ''];
  const back = (status: number, refusals: readonly string[]) => data({ refusals: [...new Set(refusals)], ids, reason, view: undefined }, { status });
  if (deed === 'save-view') {
    const kept = queryIn(searchParams);
    const { result } = await api.ask(request, params.locale, SaveView, { input: { conferenceId: line(form, 'conference') ?? '', name: line(form, 'name') ?? '', filter: filterOf(kept), sort: kept.sort, columns: kept.columns.length === COLUMNS.length ? null : [...kept.columns] } });
    if (result.__typename === 'RegistrationView') return redirect(`${pathname}?view=${result.id}&saved=1`);
    return data({ refusals: [], ids, reason, view: { message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) } }, { status: 422 });
  }
  if (deed === 'delete-view') {
    const { result } = await api.ask(request, params.locale, DeleteView, { id: line(form, 'view') ?? '' });
    return result.__typename === 'RegistrationView' ? redirect(pathname) : back(409, [result.message]);
  }
  if (ids.length === 0) return back(422, [textsFor(params.locale).t('console.registrations.none-picked')]);
  // The page of the campaign takes the form over as it was sent, whoever was picked and however many.
  if (deed === 'write') return redirect(pathname.replace(/\/registrations$/, '/campaigns/new'), 307);
  const run = typeof deed === 'string' ? RUN_OF[deed] : undefined;
  if (run !== undefined) {
    const { result } = await api.ask(request, params.locale, StartRun, { key: line(form, 'key'), input: { conferenceId: line(form, 'conference') ?? '', deed: run, reason, tag: line(form, 'tag'), ids } });
    if (result.__typename === 'RegistrationRun') return redirect(`${pathname}/runs/${result.id}`);
    return back(422, result.__typename === 'InvalidInput' ? result.problems.map((problem) => problem.message) : [result.message]);
  }
  const { result } = deed === 'decline' ? await api.ask(request, params.locale, Decline, { ids, reason }) : await api.ask(request, params.locale, Approve, { ids });
  if (result.__typename !== 'RegistrationsDecided') return back(422, result.__typename === 'InvalidInput' ? result.problems.map((problem) => problem.message) : [result.message]);
  const refusals = result.outcomes.flatMap((outcome) => (outcome.refusal === null ? [] : [outcome.refusal.message]));
  return refusals.length === 0 ? redirect(pathname + search) : back(409, refusals);
}

/** What is done with those picked in the background, by its button. */
const RUN_OF: Readonly<Record<string, (typeof DEEDS)[number]>> = { 'cancel': 'CANCEL', 'send-link': 'SEND_LINK', 'tag': 'TAG', 'untag': 'UNTAG' };

/** The registrations of a conference: found, kept as views, picked and decided on, alone or all that match. */
export default function RegistrationsRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number } = useTexts();
  const { conference, registrations, query, view } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/registrations`;
  const rows = nodes(registrations);
  const [address, next] = [addressOf(query), addressOf(query)];
  next.set('after', registrations.pageInfo.endCursor ?? '');
  const exports = (format: string): string => `/exports/registrations?${new URLSearchParams([['conferenceId', conference.id], ['format', format], ['locale', params.locale], ...address]).toString()}`;
  const total = registrations.totalCount;
  const isNobody = total === 0 && !isFiltered(query);
  return (
    <>
      <h1>{t('console.room.registrations')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="registrations" />
      <RunNotes runs={loaderData.runs} base={base} />
      {!isNobody && <FilterForm query={query} categories={conference.categories} base={base} tags={loaderData.tags} />}
      {(!isNobody || loaderData.views.length > 0) && <ViewsBar views={loaderData.views} here={view} base={base} conferenceId={conference.id} isSaved={loaderData.isSaved} answer={actionData?.view} />}
      {actionData !== undefined && actionData.refusals.length > 0 && <div className="note bad" role="alert"><ul>{actionData.refusals.map((message) => <li key={message}>{message}</li>)}</ul></div>}
      {!isNobody && <p className="row"><span>{t('console.registrations.count', { count: total, shown: number(total) })}</span>
        <span className="end">{t(isFiltered(query) ? 'console.exports.found' : 'console.exports')} <a href={exports('csv')}>CSV</a> <a href={exports('xlsx')}>XLSX</a></span></p>}
      {isNobody && <NobodyYet locale={params.locale} slug={params.slug} />}
      {rows.length === 0 ? !isNobody && <p className="empty">{t('console.registrations.empty')}</p> : (
        <form method="post">
          <input type="hidden" name="conference" value={conference.id} />
          <input type="hidden" name="key" value={loaderData.key} />
          <RegistrationsTable rows={registrations.edges} picked={actionData?.ids ?? []} pathOf={(id, cursor) => `${base}/${id}?${placeOf(query, cursor, loaderData.after).toString()}`} zone={conference.timeZone} columns={query.columns.filter((column) => column !== 'TAGS' || loaderData.tags.length > 0)} />
          <div className="decide">
            <p>{t('console.registrations.picked')}</p>
            <div className="field"><label htmlFor="reason">{t('console.registrations.reason')}</label><input id="reason" name="reason" dir="auto" defaultValue={actionData?.reason} /></div>
            <div className="row">
              <button type="submit" name="do" value="approve">{t('console.registrations.approve')}</button>
              {conference.mayDraftCampaigns && <button type="submit" name="do" value="write" className="second">{t('console.registrations.write')}</button>}
              <button type="submit" name="do" value="send-link" className="second">{t('console.registrations.send-link')}</button>
              <button type="submit" name="do" value="decline" className="danger">{t('console.registrations.decline')}</button>
              <button type="submit" name="do" value="cancel" className="danger">{t('console.registrations.cancel')}</button>
            </div>
            <TagField tags={loaderData.tags} />
            <div className="row">
              <button type="submit" name="do" value="tag" className="second">{t('console.tags.put-on')}</button>
              <button type="submit" name="do" value="untag" className="second">{t('console.tags.take-off')}</button>
            </div>
          </div>
        </form>
      )}
      <p className="row">
        {loaderData.after !== null && <a className="button second" href={`${base}?${address.toString()}`}>{t('console.first-page')}</a>}
        {registrations.pageInfo.hasNextPage && <a className="button second" href={`${base}?${next.toString()}`}>{t('console.next-page')}</a>}
        {rows.length > 0 && conference.mayDraftCampaigns && <a className="button second end-button" href={`${base.replace(/registrations$/, 'campaigns/new')}?registrations=1&${address.toString()}`}>{t('console.registrations.write-all', { shown: number(total) })}</a>}
        {rows.length > 0 && <a className={conference.mayDraftCampaigns ? 'button second' : 'button second end-button'} href={`${base}/bulk?${address.toString()}`}>{t('console.registrations.all-matching', { shown: number(total) })}</a>}
      </p>
    </>
  );
}

/** Before the first registration there is nothing to look through: how people get here, and the way there. */
function NobodyYet({ locale, slug }: { readonly locale: string; readonly slug: string }): React.ReactElement {
  const { t } = useTexts();
  return (
    <div className="empty">
      <p>{t('console.registrations.first')}</p>
      <p>{t('console.registrations.first-how')}</p>
      <p className="row middle"><a href={`/${locale}/conferences/${slug}`}>{t('console.see-public')}</a> <a href={`/${locale}/console/conferences/${slug}/invitations/new`}>{t('console.registrations.first-invite')}</a></p>
    </div>
  );
}
