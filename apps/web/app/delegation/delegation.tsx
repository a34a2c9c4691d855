import { data, redirect } from 'react-router';
import type { Route } from './+types/delegation.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { Summary } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { StateChip } from '../registration/state-chip.js';
import { InviteForm, RegisterForm } from './member-forms.js';

const Page = graphql(`
  query DelegationPage($id: ID!, $after: String) {
    delegation(id: $id) {
      id name conference { id slug title startsOn endsOn locales } quotas { category { key title } places named free }
      members(first: 200, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id code state email person { names { full } } category { title } } } }
      invitations(filter: { states: [OPEN, TENTATIVE, ACCEPTED, DECLINED], isUsed: false }, first: 200) { edges { node { id toName toAddress state category { title } } } }
    }
  }
`);
const Invite = graphql(`mutation InviteMember($input: InviteMemberInput!) { result: inviteMember(input: $input) { __typename ... on Invitation { toName } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Begin = graphql(`mutation BeginMember($input: StartRegistrationInput!) { result: startRegistration(input: $input) { __typename ... on Registration { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const TakeBack = graphql(`mutation TakeBackInvitation($input: AnswerInvitationInput!) { result: answerInvitation(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const { delegation } = await context.get(apiContext).ask(request, params.locale, Page, { id: params.id, after: query.get('after') });
  if (delegation === null) throw new Response(null, { status: 404 });
  return { delegation, invited: query.get('invited') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const here = `/${params.locale}/delegations/${params.id}`;
  const [task, email, category] = [line(form, 'do'), line(form, 'email'), line(form, 'category') ?? ''];
  const refused = (result: { readonly message: string; readonly problems?: readonly { readonly path: string; readonly message: string }[] }) =>
    data({ task, message: result.message, problems: (result.problems ?? []).map((problem) => ({ ...problem, path: problem.path.replace('onBehalf.', '') })), values: typedIn(form) }, { status: 409 });
  if (task === 'decline') {
    const { result } = await api.ask(request, params.locale, TakeBack, { input: { id: line(form, 'invitation') ?? '', answer: 'DECLINE' } });
    return result.__typename === 'InvitationCard' ? redirect(here) : refused(result);
  }
  if (task === 'register') {
    const onBehalf = email === null ? {} : { onBehalf: { email, origin: 'SELF' as const } };
    const { result } = await api.ask(request, params.locale, Begin, { input: { conferenceId: line(form, 'conference') ?? '', category, delegationId: params.id, ...onBehalf } });
    return result.__typename === 'Registration' ? redirect(`/${params.locale}/registrations/${result.id}/names`) : refused(result);
  }
  const { result } = await api.ask(request, params.locale, Invite, { input: { delegationId: params.id, name: line(form, 'name') ?? '', email: email ?? '', category, locale: line(form, 'locale') } });
  return result.__typename === 'Invitation' ? redirect(`${here}?invited=${encodeURIComponent(result.toName)}`) : refused(result);
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('delegation.title') }, { name: 'robots', content: 'noindex' }];

/** What the head of a delegation sees and does: the places, the own people, and nobody else. */
export default function DelegationPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days, number } = useTexts();
  const { delegation, invited } = loaderData;
  const { conference, quotas } = delegation;
  const base = `/${params.locale}/delegations/${delegation.id}`;
  const [members, invitations] = [nodes(delegation.members), nodes(delegation.invitations)];
  const free = quotas.filter((quota) => quota.free > 0).map(({ category }) => ({ value: category.key, label: own(category.title) }));
  const answerFor = (task: string) => (actionData?.task === task ? actionData : undefined);
  return (
    <main id="main" className="wide">
      <p className="eyebrow"><a href={`/${params.locale}/conferences/${conference.slug}`}>{own(conference.title)}</a> · {days(conference.startsOn, conference.endsOn)}</p>
      <h1>{own(delegation.name)}</h1>
      {invited !== null && <p className="note good" role="status">{t('delegation.invite.done', { name: invited })}</p>}
      {actionData?.task === 'decline' && <Summary answer={actionData} />}
      <div className="table">
        <table>
          <caption>{t('delegation.places')}</caption>
          <thead><tr><th>{t('delegation.places.category')}</th><th className="number">{t('delegation.places.total')}</th><th className="number">{t('delegation.places.named')}</th><th className="number">{t('delegation.places.free')}</th></tr></thead>
          <tbody>{quotas.map((quota) => <tr key={quota.category.key}><td>{own(quota.category.title)}</td><td className="number">{number(quota.places)}</td><td className="number">{number(quota.named)}</td><td className="number"><strong>{number(quota.free)}</strong></td></tr>)}</tbody>
        </table>
      </div>
      <h2>{t('delegation.members')}</h2>
      {members.length === 0 ? <p className="empty">{t('delegation.members.none')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('delegation.members')}>
          <table>
            <thead><tr><th>{t('delegation.name')}</th><th>{t('delegation.state')}</th><th>{t('delegation.category')}</th><th>{t('delegation.email')}</th><th /></tr></thead>
            <tbody>{members.map((member) => (
              <tr key={member.id}>
                <td><a href={`/${params.locale}/registrations/${member.id}`}><bdi>{member.person.names.full === '' ? member.code : member.person.names.full}</bdi></a></td>
                <td data-label={t('delegation.state')}><StateChip state={member.state} /></td><td data-label={t('delegation.category')}>{own(member.category.title)}</td><td data-label={t('delegation.email')}><bdi className="ltr">{member.email}</bdi></td>
                <td>{member.state === 'CONFIRMED' && <a href={`${base}/members/${member.id}`}>{t('delegation.choose')}</a>}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {delegation.members.pageInfo.hasNextPage && <p><a className="button second" href={`${base}?after=${delegation.members.pageInfo.endCursor ?? ''}`}>{t('console.next-page')}</a></p>}
      <h2>{t('delegation.invited')}</h2>
      {invitations.length === 0 ? <p className="empty">{t('delegation.invited.none')}</p> : (
        <ul className="bare runs">{invitations.map((one) => (
          <li key={one.id}>
            <span><bdi>{one.toName}</bdi> <span className="quiet"><bdi className="ltr">{one.toAddress}</bdi> · {one.category === null ? '' : own(one.category.title)}</span></span>
            <span className="row"><span className={`chip ${one.state === 'ACCEPTED' ? 'good' : one.state === 'DECLINED' ? 'plain' : 'wait'}`}>{t(`state.invitation.${one.state}`)}</span>
              {one.state !== 'DECLINED' && <form method="post"><input type="hidden" name="invitation" value={one.id} /><button className="link" type="submit" name="do" value="decline" aria-label={`${t('delegation.revoke')}: ${one.toName}`}>{t('delegation.revoke')}</button></form>}</span>
          </li>
        ))}</ul>
      )}
      {free.length === 0 ? <p className="note">{t('delegation.full')}</p> : (
        <div className="narrow start">
          <details open={answerFor('invite') !== undefined}><summary>{t('delegation.invite')}</summary><InviteForm categories={free} locales={conference.locales} answer={answerFor('invite')} /></details>
          <details open={answerFor('register') !== undefined}><summary>{t('delegation.register')}</summary><RegisterForm categories={free} conferenceId={conference.id} answer={answerFor('register')} /></details>
        </div>
      )}
    </main>
  );
}
