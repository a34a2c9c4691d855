import { data, redirect, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/conference.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { ChoiceField, Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { ConferenceNav } from './conference-nav.js';
import { Moves } from './conference/moves.js';
import type { loader as frame } from './console.js';
import { bothLanguages, LanguagesField } from './languages-field.js';

const ConsoleConference = graphql(`
  query ConsoleConference($slug: String!) {
    conference(slug: $slug) {
      id slug title startsOn endsOn state allowedMoves hostRegion timeZone locales
      categories { id key title needsApproval isOpen places { size taken remaining waiting } }
    }
  }
`);
const Publish = graphql(`mutation Publish($id: ID!) { result: publishConference(id: $id) { __typename ... on Refusal { message } } }`);
const Open = graphql(`mutation Open($id: ID!) { result: openRegistration(conferenceId: $id) { __typename ... on Refusal { message } } }`);
const Close = graphql(`mutation Close($id: ID!) { result: closeRegistration(conferenceId: $id) { __typename ... on Refusal { message } } }`);
const Archive = graphql(`mutation Archive($id: ID!) { result: archiveConference(id: $id) { __typename ... on Refusal { message } } }`);
const Define = graphql(`
  mutation Define($input: DefineCategoryInput!) {
    result: defineCategory(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const noValues: Readonly<Record<string, readonly string[]>> = {};
const MOVES = { PUBLISH: Publish, OPEN: Open, CLOSE: Close, ARCHIVE: Archive } as const;

function isMove(value: FormDataEntryValue | null): value is keyof typeof MOVES {
  return typeof value === 'string' && Object.hasOwn(MOVES, value);
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference } = await context.get(apiContext).ask(request, params.locale, ConsoleConference, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const done = new URL(request.url).searchParams.get('done');
  return { conference, done: done === 'category' || done === 'edition' ? done : undefined };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const id = line(form, 'conference') ?? '';
  const move = form.get('move');
  if (isMove(move)) {
    const { result } = await api.ask(request, params.locale, MOVES[move], { id });
    return result.__typename === 'Conference' ? redirect(new URL(request.url).pathname) : data({ message: result.message, problems: [], values: noValues }, { status: 409 });
  }
  const capacity = line(form, 'capacity');
  const { result } = await api.ask(request, params.locale, Define, {
    input: {
      conferenceId: id, key: line(form, 'key') ?? '', title: bothLanguages(form, 'title') ?? {}, capacity: capacity === null ? null : Number(capacity),
      needsApproval: form.get('needsApproval') === 'yes', asksTravelDocument: form.get('asksTravelDocument') === 'yes',
      waitlistLimit: form.get('line') === 'yes' ? null : 0, invitationOnly: false, offerMinutes: 1440, questions: [],
    },
  });
  if (result.__typename === 'Category') return redirect(`${new URL(request.url).pathname}?done=category`);
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function ConferenceDesk({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days, limit, number } = useTexts();
  const { conference } = loaderData;
  const mayAddEdition = useRouteLoaderData<typeof frame>('console/console')?.ownsSomething === true;
  const isCategory = actionData !== undefined && 'key' in actionData.values;
  const category = isCategory ? actionData : undefined;
  return (
    <>
      <h1>{own(conference.title)}</h1>
      <p>{days(conference.startsOn, conference.endsOn)} · {conference.hostRegion} · <span className="chip plain">{t(`state.conference.${conference.state}`)}</span></p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="overview" />
      {actionData !== undefined && !isCategory && <p className="note bad" role="alert">{actionData.message}</p>}
      {loaderData.done === 'edition' && <p className="note good" role="status">{t('console.done.edition')}</p>}
      <p className="row">
        <a className="button" href={`/${params.locale}/console/conferences/${conference.slug}/edit`}>{t('console.edit.title')}</a>
        <a className="button second" href={`/${params.locale}/conferences/${conference.slug}`}>{t('console.see-public')}</a>
        {mayAddEdition && <a href={`/${params.locale}/console/conferences/${conference.slug}/next`}>{t('console.edition.title')}</a>}
      </p>
      {conference.state === 'DRAFT' && <p className="note">{t('console.draft-line')}</p>}
      <Moves conferenceId={conference.id} moves={conference.allowedMoves} />
      <h2>{t('console.categories')}</h2>
      {loaderData.done === 'category' && <p className="note good">{t('console.done.category')}</p>}
      {conference.categories.length === 0 ? <p className="empty">{t('console.categories.empty')}</p> : <div className="table stack" tabIndex={0} role="region" aria-label={t('console.categories')}>
        <table>
          <thead><tr><th>{t('console.field.title')}</th><th>{t('console.field.key')}</th><th className="number">{t('console.places.size')}</th><th className="number">{t('console.places.taken')}</th><th className="number">{t('console.places.waiting')}</th></tr></thead>
          <tbody>
            {conference.categories.map((category) => (
              <tr key={category.id}><td><a href={`/${params.locale}/console/conferences/${conference.slug}/categories/${category.key}`}>{own(category.title)}</a></td><td data-label={t('console.field.key')} className="ltr">{category.key}</td><td data-label={t('console.places.size')} className="number">{limit(category.places.size)}</td><td data-label={t('console.places.taken')} className="number">{number(category.places.taken)}</td><td data-label={t('console.places.waiting')} className="number">{number(category.places.waiting)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>}
      <details open={isCategory || conference.categories.length === 0}>
        <summary>{t('console.category.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={category} />
          <input type="hidden" name="conference" value={conference.id} />
          <TextField name="key" label={t('console.field.key')} hint={t('console.field.key-hint')} answer={category} required ltr />
          <LanguagesField name="title" label={t('console.field.title')} locales={conference.locales} answer={category} required />
          <TextField name="capacity" type="number" label={t('console.places.size')} hint={t('console.places.size-hint')} answer={category} />
          <ChoiceField name="needsApproval" many label={t('console.category.approval')} choices={[{ value: 'yes', label: t('console.category.approval-yes') }]} answer={category} />
          <ChoiceField name="line" many label={t('console.category.line')} choices={[{ value: 'yes', label: t('console.category.line-yes') }]} answer={category} />
          <ChoiceField name="asksTravelDocument" many label={t('console.category.document')} choices={[{ value: 'yes', label: t('console.category.document-yes') }]} answer={category} />
          <button type="submit">{t('console.save')}</button>
        </form>
      </details>
    </>
  );
}
