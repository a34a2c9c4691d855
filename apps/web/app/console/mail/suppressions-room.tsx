import { data, redirect } from 'react-router';
import type { Route } from './+types/suppressions-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { MailTabs } from './mail-tabs.js';

const ConferenceOf = graphql(`query SuppressionsConference($slug: String!) { conference(slug: $slug) { id title timeZone } }`);
const List = graphql(`
  query SuppressionList($id: ID!, $filter: SuppressionFilter, $after: String) {
    suppressions(conferenceId: $id, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id address reason note isEverywhere createdAt } }
    }
  }
`);
const Add = graphql(`
  mutation SuppressHere($input: SuppressAddressInput!) { result: suppressAddress(input: $input) { __typename ... on Suppression { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }
`);
const Import = graphql(`
  mutation ImportSuppressed($id: ID!, $list: String!) { result: importSuppressions(conferenceId: $id, list: $list) { __typename ... on SuppressionsImported { added known rejected } ... on Refusal { message } } }
`);
const Lift = graphql(`mutation LiftSuppressed($id: ID!) { result: liftSuppression(id: $id) { __typename ... on Suppression { id } ... on Refusal { message } } }`);
type Reason = ReturnType<typeof graphql.scalar<'SuppressionReason'>>;
interface Answer extends FormAnswer {
  /** Lines of a list without an address. */
  readonly rejected?: string | undefined;
}
const refused = (answer: Answer, status = 422) => data<Answer>(answer, { status });
const REASONS: readonly Reason[] = ['HARD_BOUNCE', 'COMPLAINT', 'UNSUBSCRIBED', 'STAFF', 'IMPORT'];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, ConferenceOf, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const search = query.get('search')?.trim() ?? '';
  const reason = REASONS.find((one) => one === query.get('reason'));
  const filter = { ...(search === '' ? {} : { search }), ...(reason === undefined ? {} : { reasons: [reason] }) };
  const { suppressions } = await api.ask(request, params.locale, List, { id: conference.id, filter, after: query.get('after') });
  return { conference, suppressions, search, reason, saved: query.get('saved'), added: Number(query.get('added') ?? '0'), known: Number(query.get('known') ?? '0') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const here = `/${params.locale}/console/conferences/${params.slug}/letters/suppressions`;
  const { conference } = await api.ask(request, params.locale, ConferenceOf, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const step = form.get('step');
  if (step === 'lift') {
    const { result } = await api.ask(request, params.locale, Lift, { id: line(form, 'id') ?? '' });
    return result.__typename === 'Suppression' ? redirect(`${here}?saved=lifted`) : refused({ message: result.message, problems: [], values: {} }, 409);
  }
  if (step === 'import') {
    const typed = form.get('list');
    const list = typeof typed === 'string' ? typed : '';
    const { result } = await api.ask(request, params.locale, Import, { id: conference.id, list });
    if (result.__typename === 'SuppressionsImported' && result.rejected.length === 0) return redirect(`${here}?saved=imported&added=${result.added}&known=${result.known}`);
    const rejected = result.__typename === 'SuppressionsImported' ? result.rejected.join('\n') : undefined;
    return refused({ message: result.__typename === 'SuppressionsImported' ? undefined : result.message, problems: [], values: {}, rejected: rejected ?? list });
  }
  const { result } = await api.ask(request, params.locale, Add, { input: { conferenceId: conference.id, address: line(form, 'address') ?? '', note: line(form, 'note') } });
  if (result.__typename === 'Suppression') return redirect(`${here}?saved=added`);
  return refused({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) });
}

/** Who is not written to by mailings: found, added one by one or by a list, taken along as a file, lifted. */
export default function SuppressionsRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, brief, number } = useTexts();
  const { conference, suppressions, search, reason, saved, added, known } = loaderData;
  const here = `/${params.locale}/console/conferences/${params.slug}/letters/suppressions`;
  const chosen = Object.entries({ search, reason }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const next = new URLSearchParams([...chosen, ['after', suppressions.pageInfo.endCursor ?? '']]);
  const rejected = actionData?.rejected;
  return (
    <>
      <h1>{t('console.room.letters')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="letters" />
      <MailTabs locale={params.locale} slug={params.slug} here="suppressions" />
      <p className="lead">{t('console.mail.suppressions-lead')}</p>
      {saved === 'imported' && <p className="note good" role="status">{t('console.mail.imported', { added, known })}</p>}
      {(saved === 'added' || saved === 'lifted') && <p className="note good" role="status">{t(`console.mail.${saved}`)}</p>}
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="search">{t('console.letters.to')}</label><input id="search" name="search" type="search" defaultValue={search} dir="ltr" /></div>
        <div className="field">
          <label htmlFor="reason">{t('console.mail.reason')}</label>
          <select id="reason" name="reason" defaultValue={reason ?? ''}><option value="">{t('console.mail.all-reasons')}</option>{REASONS.map((one) => <option key={one} value={one}>{t(`console.mail.reason.${one}`)}</option>)}</select>
        </div>
        <button className="second" type="submit">{t('web.search')}</button>
        {chosen.length > 0 && <a className="button second" href={here}>{t('console.filter.clear')}</a>}
        <a className="button second" href={`/exports/suppressions?conferenceId=${conference.id}`}>{t('console.mail.export')}</a>
      </form>
      <p className="quiet">{t('console.mail.count', { count: suppressions.totalCount })}</p>
      {suppressions.edges.length === 0 ? <p className="empty">{t(chosen.length > 0 ? 'console.mail.none-found' : 'console.mail.empty')}</p> : (
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.mail.suppressions')}>
          <table>
            <thead><tr><th>{t('console.letters.to')}</th><th>{t('console.mail.reason')}</th><th>{t('console.mail.since')}</th><th>{t('console.mail.lift')}</th></tr></thead>
            <tbody>
              {suppressions.edges.map(({ node }) => (
                <tr key={node.id}>
                  <td><bdi className="ltr">{node.address}</bdi></td>
                  <td data-label={t('console.mail.reason')}>{t(`console.mail.reason.${node.reason}`)}{node.isEverywhere && <span className="quiet"> ({t('console.mail.everywhere')})</span>}{node.note !== null && <div className="quiet"><bdi>{node.note}</bdi></div>}</td>
                  <td data-label={t('console.mail.since')} className="tight">{brief(node.createdAt, conference.timeZone)}</td>
                  <td data-label={t('console.mail.lift')}><form method="post"><input type="hidden" name="step" value="lift" /><input type="hidden" name="id" value={node.id} /><button className="second" type="submit">{t('console.mail.lift')}</button></form></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {suppressions.pageInfo.hasNextPage && <p><a className="button second" href={`${here}?${next.toString()}`}>{t('console.next-page')}</a></p>}
      <div className="narrow start">
        <h2>{t('console.mail.add')}</h2>
        <form method="post" noValidate>
          <Summary answer={actionData} names={{ address: t('console.letters.to'), note: t('console.mail.note') }} />
          <input type="hidden" name="step" value="add" />
          <TextField name="address" type="email" label={t('console.letters.to')} value={undefined} answer={actionData} required ltr />
          <TextField name="note" label={t('console.mail.note')} value={undefined} answer={actionData} />
          <button type="submit">{t('console.mail.add-button')}</button>
        </form>
        <h2>{t('console.mail.import')}</h2>
        {rejected !== undefined && actionData?.message === undefined && <p className="note bad" role="alert">{t('console.mail.rejected', { count: rejected.split('\n').length })}</p>}
        <form method="post">
          <input type="hidden" name="step" value="import" />
          <div className="field"><label htmlFor="list">{t('console.mail.import-label')}</label><p className="hint" id="list-hint">{t('console.mail.import-hint', { most: number(10_000) })}</p><textarea id="list" name="list" rows={8} dir="ltr" aria-describedby="list-hint" defaultValue={rejected ?? ''} /></div>
          <button className="second" type="submit">{t('console.mail.import-button')}</button>
        </form>
      </div>
    </>
  );
}
