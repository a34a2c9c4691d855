import { data, redirect } from 'react-router';
import type { Route } from './+types/delegations.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { DelegationFields, delegationIn } from './delegation-fields.js';

const About = graphql(`query DelegationsAbout($slug: String!) { conference(slug: $slug) { id title locales categories { key title } } }`);
const All = graphql(`
  query ConsoleDelegations($id: ID!, $after: String) {
    delegations(conferenceId: $id, first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id name organisation country headName quotas { places named free category { key title } } } } }
  }
`);
const Create = graphql(`mutation CreateDelegation($input: CreateDelegationInput!) { result: createDelegation(input: $input) { __typename ... on Delegation { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, About, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return { conference, ...await api.ask(request, params.locale, All, { id: conference.id, after: new URL(request.url).searchParams.get('after') }) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const conferenceId = form.get('conference');
  const { result } = await context.get(apiContext).ask(request, params.locale, Create, { input: { conferenceId: typeof conferenceId === 'string' ? conferenceId : '', ...delegationIn(form) } });
  if (result.__typename === 'Delegation') return redirect(`${new URL(request.url).pathname}/${result.id}`);
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function Delegations({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, country } = useTexts();
  const { conference, delegations } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/invitations`;
  const rows = nodes(delegations);
  return (
    <>
      <p className="eyebrow"><a href={base}>{t('console.invitations.title')}</a></p>
      <h1>{t('console.delegations.title')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="invitations" />
      {rows.length === 0 ? <p className="empty">{t('console.delegations.none')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.delegations.title')}>
          <table>
            <thead><tr><th>{t('console.delegations.name')}</th><th>{t('console.delegations.head')}</th><th className="number">{t('console.invitations.places')}</th><th className="number">{t('console.delegations.named')}</th><th className="number">{t('console.delegations.free')}</th></tr></thead>
            <tbody>{rows.map((row) => {
              const sum = (of: 'places' | 'named' | 'free'): number => row.quotas.reduce((total, quota) => total + quota[of], 0);
              return (
                <tr key={row.id}>
                  <td><a href={`${base}/delegations/${row.id}`}>{own(row.name)}</a><div className="quiet"><bdi>{row.organisation ?? (row.country === null ? '' : country(row.country))}</bdi></div></td>
                  <td data-label={t('console.delegations.head')}><bdi>{row.headName ?? '–'}</bdi></td><td data-label={t('console.invitations.places')} className="number">{number(sum('places'))}</td><td data-label={t('console.delegations.named')} className="number">{number(sum('named'))}</td><td data-label={t('console.delegations.free')} className="number">{number(sum('free'))}</td>
                </tr>
              );
            })}</tbody>
          </table>
        </div>
      )}
      {delegations.pageInfo.hasNextPage && <p><a className="button second" href={`${base}/delegations?after=${delegations.pageInfo.endCursor ?? ''}`}>{t('console.next-page')}</a></p>}
      <div className="narrow start">
        <details open={actionData !== undefined || rows.length === 0}>
          <summary>{t('console.delegations.new')}</summary>
          <form method="post" noValidate>
            <input type="hidden" name="conference" value={conference.id} />
            <DelegationFields conference={conference} answer={actionData} />
            <button type="submit">{t('console.delegations.create')}</button>
          </form>
        </details>
      </div>
    </>
  );
}
