import { data, redirect } from 'react-router';
import type { Route } from './+types/bulk-room.js';
import { apiContext } from '../../api/context.js';
import { nodes } from '../../api/nodes.js';
import { ChoiceField, Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { FilterInWords } from './filter-in-words.js';
import { addressOf, filterOf, queryIn } from './list-query.js';
import { DEEDS, DeskConference, Runs, StartRun } from './registrations-data.js';
import type { RunData } from './registrations-data.js';
import { RunChip } from './run-notes.js';
import { TagField } from './tag-field.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, DeskConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const query = queryIn(new URL(request.url).searchParams);
  const { registrations, registrationTags, registrationRuns } = await api.ask(request, params.locale, Runs, { id: conference.id, filter: filterOf(query) });
  return { conference, query, count: registrations.totalCount, tags: registrationTags, runs: nodes(registrationRuns), key: crypto.randomUUID() };
}

/** The number that is typed is the number that is done: where other many match by now, nothing is begun. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { pathname, searchParams } = new URL(request.url);
  const { t } = textsFor(params.locale);
  const back = (answer: { message?: string | undefined; problems?: readonly { path: string; message: string }[] }) => data({ message: answer.message, problems: answer.problems ?? [], values: typedIn(form) }, { status: 422 });
  const deed = DEEDS.find((one) => one === form.get('deed'));
  const count = Number(line(form, 'count') ?? Number.NaN);
  const missing = [...(deed === undefined ? ['deed'] : []), ...(Number.isInteger(count) ? [] : ['count'])].map((path) => ({ path, message: t('problem.required') }));
  if (deed === undefined || missing.length > 0) return back({ problems: missing });
  const { result } = await context.get(apiContext).ask(request, params.locale, StartRun, {
    key: line(form, 'key'), input: { conferenceId: line(form, 'conference') ?? '', deed, reason: line(form, 'reason'), tag: line(form, 'tag'), filter: filterOf(queryIn(searchParams)), count },
  });
  return result.__typename === 'RegistrationRun' ? redirect(`${pathname.replace(/\/bulk$/, '/runs')}/${result.id}`) : back(result);
}

/** Deciding on all that match a filter: whom it concerns, what is done, and a number to be typed. */
export default function BulkRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number } = useTexts();
  const { conference, query, count, runs } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/registrations`;
  return (
    <>
      <h1>{t('console.bulk.title')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="registrations" />
      <h2>{t('console.bulk.whom')}</h2>
      <p><strong>{t('console.bulk.count', { count, shown: number(count) })}</strong></p>
      <FilterInWords {...query} categories={query.categories.map((key) => own(conference.categories.find((one) => one.key === key)?.title) || key)} />
      <p><a href={`${base}?${addressOf(query).toString()}`}>{t('console.run.back')}</a></p>
      {count > 0 && (
        <form method="post" className="decide" noValidate>
          <Summary answer={actionData} names={{ deed: t('console.bulk.what'), count: t('console.bulk.confirm'), reason: t('console.bulk.reason'), tag: t('console.tags.one') }} />
          <input type="hidden" name="conference" value={conference.id} />
          <input type="hidden" name="key" value={loaderData.key} />
          <ChoiceField name="deed" label={t('console.bulk.what')} required choices={DEEDS.map((deed) => ({ value: deed, label: t(deed === 'APPROVE' || deed === 'DECLINE' || deed === 'CANCEL' ? `console.bulk.hint.${deed}` : `console.bulk.deed.${deed}`) }))} answer={actionData} />
          <TextField name="reason" label={t('console.bulk.reason')} hint={t('console.bulk.reason-hint')} answer={actionData} lines={2} />
          <TagField tags={loaderData.tags} answer={actionData} />
          <p>{t('console.bulk.frozen')}</p>
          <TextField name="count" type="number" label={t('console.bulk.confirm')} answer={actionData} required ltr autoComplete="off" />
          <button type="submit">{t('console.bulk.go')}</button>
        </form>
      )}
      <EarlierRuns runs={runs} base={base} zone={conference.timeZone} />
    </>
  );
}

function EarlierRuns({ runs, base, zone }: { readonly runs: readonly RunData[]; readonly base: string; readonly zone: string }): React.ReactElement {
  const { t, number, brief } = useTexts();
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('console.bulk.earlier')}</h2>
      {runs.length === 0 ? <p className="empty">{t('console.bulk.none')}</p> : (
        <ul className="bare runs">
          {runs.map((run) => (
            <li key={run.id}>
              <a href={`${base}/runs/${run.id}`}>{t(`console.run.of.${run.deed}`, { count: run.progress.total, shown: number(run.progress.total), tag: run.tag ?? '' })}</a>
              <span className="quiet">{t('console.run.begun', { by: run.by, when: brief(run.createdAt, zone) })} <RunChip run={run} /></span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
