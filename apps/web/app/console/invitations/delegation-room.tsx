import { data, redirect } from 'react-router';
import type { Route } from './+types/delegation-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { StateChip } from '../../registration/state-chip.js';
import { ConferenceNav } from '../conference-nav.js';
import { DelegationFields, delegationIn } from './delegation-fields.js';

const One = graphql(`
  query ConsoleDelegation($id: ID!) {
    delegation(id: $id) {
      id name organisation country headName headEmail note version conference { title locales categories { key title } } quotas { places named free category { key title } }
      members(first: 200) { totalCount edges { node { id code state person { names { full } } category { title } } } }
    }
  }
`);
const Update = graphql(`mutation UpdateDelegation($input: UpdateDelegationInput!) { result: updateDelegation(input: $input) { __typename ... on Delegation { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { delegation } = await context.get(apiContext).ask(request, params.locale, One, { id: params.delegation });
  if (delegation === null) throw new Response(null, { status: 404 });
  return { delegation, done: new URL(request.url).searchParams.has('done') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { result } = await context.get(apiContext).ask(request, params.locale, Update, { input: { id: params.delegation, version: Number(line(form, 'version')), ...delegationIn(form) } });
  if (result.__typename === 'Delegation') return redirect(`${new URL(request.url).pathname}?done`);
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

export default function DelegationRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number } = useTexts();
  const { delegation, done } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}`;
  const members = nodes(delegation.members);
  return (
    <>
      <p className="eyebrow"><a href={`${base}/invitations/delegations`}>{t('console.delegations.title')}</a></p>
      <h1>{own(delegation.name)}</h1>
      <p className="quiet">{own(delegation.conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="invitations" />
      {done && <p className="note good" role="status">{t('console.invitations.done')}</p>}
      <p className="row"><a className="button second" href={`${base}/invitations/new?delegation=${delegation.id}`}>{t('console.invitations.new')}</a><a href={`${base}/invitations?delegation=${delegation.id}`}>{t('console.invitations.title')}</a><a href={`/${params.locale}/delegations/${delegation.id}`}>{t('console.delegations.page')}</a></p>
      <p>{delegation.headName === null ? t('console.delegations.head.none') : <>{t('console.delegations.head')}: <bdi>{delegation.headName}</bdi> <bdi className="ltr quiet">{delegation.headEmail}</bdi></>}</p>
      <div className="table">
        <table>
          <caption>{t('console.delegations.quotas')}</caption>
          <thead><tr><th>{t('console.invitations.category')}</th><th className="number">{t('console.invitations.places')}</th><th className="number">{t('console.delegations.named')}</th><th className="number">{t('console.delegations.free')}</th></tr></thead>
          <tbody>{delegation.quotas.map((quota) => <tr key={quota.category.key}><td>{own(quota.category.title)}</td><td className="number">{number(quota.places)}</td><td className="number">{number(quota.named)}</td><td className="number">{number(quota.free)}</td></tr>)}</tbody>
        </table>
      </div>
      <h2>{t('delegation.members')}</h2>
      {members.length === 0 ? <p className="empty">{t('delegation.members.none')}</p> : (
        <ul className="bare runs">{members.map((member) => <li key={member.id}><a href={`${base}/registrations/${member.id}`}><bdi>{member.person.names.full === '' ? member.code : member.person.names.full}</bdi></a><span className="row"><span className="quiet">{own(member.category.title)}</span><StateChip state={member.state} /></span></li>)}</ul>
      )}
      <div className="narrow start">
        <details open={actionData !== undefined}>
          <summary>{t('console.invitations.change')}</summary>
          <form method="post" noValidate>
            <input type="hidden" name="version" value={delegation.version} />
            <DelegationFields conference={delegation.conference} answer={actionData} delegation={delegation} />
            <button type="submit">{t('console.delegations.save')}</button>
          </form>
        </details>
      </div>
    </>
  );
}
