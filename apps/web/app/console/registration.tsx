import { data, redirect } from 'react-router';
import type { Route } from './+types/registration.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { StateChip } from '../registration/state-chip.js';

const Desk = graphql(`
  query DeskRegistration($id: ID!) {
    registration(id: $id) {
      id code state allowedMoves email phone organisation jobTitle locale languages interpretation dietaryNeeds accessNeeds origin submittedAt
      person { nationality residence names { full fullLatin badge salutation } }
      travelDocument { kind maskedNumber issuedBy expiresOn }
      conference { id slug title timeZone } category { title form { questions { key label options { key label } } } }
      answers { question text choices date yes country file { name path } }
      history { to at by reason }
      agenda { id title startsAt state }
    }
  }
`);
const Approve = graphql(`mutation ApproveOne($ids: [ID!]!) { result: approveRegistrations(ids: $ids) { __typename ... on RegistrationsDecided { outcomes { refusal { message } } } ... on Refusal { message } } }`);
const Decline = graphql(`mutation DeclineOne($ids: [ID!]!, $reason: String!) { result: declineRegistrations(ids: $ids, reason: $reason) { __typename ... on RegistrationsDecided { outcomes { refusal { message } } } ... on Refusal { message } } }`);
const Cancel = graphql(`mutation CancelOne($input: WithdrawRegistrationInput!) { result: withdrawRegistration(input: $input) { __typename ... on Refusal { message } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { registration } = await context.get(apiContext).ask(request, params.locale, Desk, { id: params.id });
  if (registration === null) throw new Response(null, { status: 404 });
  return { registration };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const reason = line(form, 'reason') ?? '';
  const move = form.get('do');
  let message: string | undefined;
  if (move === 'cancel') {
    const { result } = await api.ask(request, params.locale, Cancel, { input: { id: params.id, reason } });
    message = result.__typename === 'Registration' ? undefined : result.message;
  } else {
    const { result } = move === 'decline' ? await api.ask(request, params.locale, Decline, { ids: [params.id], reason }) : await api.ask(request, params.locale, Approve, { ids: [params.id] });
    message = result.__typename === 'RegistrationsDecided' ? result.outcomes[0]?.refusal?.message : result.message;
  }
  return message === undefined ? redirect(new URL(request.url).pathname) : data({ message }, { status: 409 });
}

export default function DeskRegistration({ loaderData, actionData }: Route.ComponentProps): React.ReactElement {
  const { t, own, label, moment, country, list, language } = useTexts();
  const { registration: one } = loaderData;
  const zone = one.conference.timeZone;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('web.names.salutation'), one.person.names.salutation], [t('web.review.latin'), one.person.names.fullLatin], [t('web.names.badge'), one.person.names.badge],
    [t('web.field.email'), one.email], [t('web.field.phone'), one.phone], [t('web.field.nationality'), one.person.nationality === null ? null : country(one.person.nationality)],
    [t('web.field.residence'), one.person.residence === null ? null : country(one.person.residence)], [t('web.field.organisation'), one.organisation], [t('web.field.job-title'), one.jobTitle],
    [t('web.field.languages'), one.languages.length === 0 ? null : list(one.languages.map(language))], [t('web.field.dietary'), one.dietaryNeeds], [t('web.field.access'), one.accessNeeds],
    [t('web.document.number'), one.travelDocument === null ? null : `${one.travelDocument.maskedNumber} (${country(one.travelDocument.issuedBy)})`],
    ...one.answers.map((answer): readonly [string, string | null] => {
      const question = one.category.form.questions.find((each) => each.key === answer.question);
      const choices = answer.choices?.map((key) => own(question?.options.find((option) => option.key === key)?.label ?? { en: key })).join(', ');
      return [own(question?.label ?? { en: answer.question }), answer.text ?? choices ?? answer.date ?? (answer.yes === null ? null : t(answer.yes ? 'web.yes' : 'web.no')) ?? answer.country ?? answer.file?.name ?? null];
    }),
  ];
  return (
    <>
      <h1><bdi>{one.person.names.full === '' ? one.code : one.person.names.full}</bdi></h1>
      <p><StateChip state={one.state} /> {own(one.category.title)} · <span className="ltr">{one.code}</span> · {label(`state.origin.${one.origin}`)}</p>
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      <form method="post" className="filters">
        <div className="field"><label htmlFor="reason">{t('console.registrations.reason')}</label><input id="reason" name="reason" dir="auto" /></div>
        {one.allowedMoves.includes('APPROVE') && <button type="submit" name="do" value="approve">{t('console.registrations.approve')}</button>}
        {one.allowedMoves.includes('DECLINE') && <button type="submit" name="do" value="decline" className="danger">{t('console.registrations.decline')}</button>}
        {one.allowedMoves.includes('CANCEL') && <button type="submit" name="do" value="cancel" className="danger">{t('console.registrations.cancel')}</button>}
      </form>
      <dl className="pairs">{facts.filter(([, value]) => value !== null && value !== '').map(([name, value]) => <div key={name} className="pair"><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
      <h2>{t('web.tab.agenda')}</h2>
      {one.agenda.length === 0 ? <p className="quiet">{t('console.agenda.empty')}</p> : <ul>{one.agenda.map((item) => <li key={item.id}>{own(item.title)}{item.startsAt !== null && <span className="quiet"> · {moment(item.startsAt, zone)}</span>} <StateChip state={item.state} of="agenda" /></li>)}</ul>}
      <h2>{t('web.status.history')}</h2>
      <ol className="timeline">{one.history.map((move) => <li key={`${move.at} ${move.to}`}><strong>{label(`state.registration.${move.to}`)}</strong> <span className="quiet">{moment(move.at, zone)} · {move.by}</span>{move.reason !== null && <p className="quiet">{move.reason}</p>}</li>)}</ol>
    </>
  );
}
