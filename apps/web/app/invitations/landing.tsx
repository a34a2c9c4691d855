import { data, redirect } from 'react-router';
import type { Route } from './+types/landing.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { AnswerForms } from './answer-forms.js';
import { CardFacts } from './card-facts.js';

const Card = graphql(`
  query InvitationCard($token: String!) {
    invitation(token: $token) {
      toName maskedAddress state delegationName sponsor places used askedPlaces isPersonal expiresAt
      conference { slug title city startsOn endsOn timeZone } category { key title } forums { id title } visits { id title }
    }
  }
`);
const Answer = graphql(`
  mutation AnswerInvitation($input: AnswerInvitationInput!) {
    result: answerInvitation(input: $input) { __typename ... on InvitationCard { state conference { slug } } ... on Refusal { code message } ... on InvalidInput { problems { path message } } }
  }
`);
const REPLIES = ['ACCEPT', 'DECLINE', 'TENTATIVE', 'SUBSTITUTE', 'ASK_PLACES'] as const;

/** Looking changes nothing: mail scanners follow every link. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { invitation } = await context.get(apiContext).ask(request, params.locale, Card, { token: params.token });
  return invitation === null ? data({ invitation }, { status: 404 }) : { invitation };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const answer = REPLIES.find((one) => one === form.get('answer')) ?? 'TENTATIVE';
  const [name, email, places] = [line(form, 'substitute.name') ?? '', line(form, 'substitute.email') ?? '', line(form, 'places')];
  const { result } = await context.get(apiContext).ask(request, params.locale, Answer, { input: {
    token: params.token, answer, reason: line(form, 'reason'),
    ...(answer === 'SUBSTITUTE' ? { substitute: { name, email } } : {}), ...(answer === 'ASK_PLACES' ? { places: Math.trunc(Number(places ?? 0)) || 0 } : {}),
  } });
  if (result.__typename === 'InvitationCard') {
    const here = `/${params.locale}/invitations/${params.token}`;
    return redirect(answer === 'ACCEPT' ? `/${params.locale}/conferences/${result.conference.slug}/register?invitation=${params.token}` : here);
  }
  const problems = result.__typename === 'InvalidInput' ? result.problems : [];
  return data({ message: result.message, problems, values: typedIn(form) }, { status: result.__typename === 'InvalidInput' ? 422 : 409 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('invitation.title') }, { name: 'robots', content: 'noindex' }];

export default function Landing({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days } = useTexts();
  const { invitation } = loaderData;
  if (invitation === null) {
    return (<main id="main" className="narrow"><h1>{t('invitation.unknown.title')}</h1><p className="lead">{t('invitation.unknown.text')}</p></main>);
  }
  const { conference, state } = invitation;
  const isOpen = state === 'OPEN' || state === 'TENTATIVE' || state === 'ACCEPTED' || state === 'DECLINED';
  const isRegistered = invitation.used >= invitation.places;
  const tone = state === 'ACCEPTED' || state === 'SUBSTITUTED' ? 'note good' : isOpen ? 'note wait' : 'note';
  return (
    <main id="main" className="narrow">
      <p className="eyebrow">{t('invitation.title')} · <a href={`/${params.locale}/conferences/${conference.slug}`}>{own(conference.title)}</a> · {days(conference.startsOn, conference.endsOn)}</p>
      <h1><bdi>{t('invitation.hello', { name: invitation.toName })}</bdi></h1>
      {isOpen && <p className="lead">{t('invitation.text', { conference: own(conference.title) })}</p>}
      {actionData !== undefined && actionData.problems.length === 0 && <p className="note bad" role="alert">{actionData.message}</p>}
      {state !== 'OPEN' && <p className={tone} role="status">{t(state === 'ACCEPTED' && isRegistered ? 'invitation.now.registered' : `invitation.now.${state}`)}</p>}
      {isOpen && <CardFacts invitation={invitation} />}
      {state === 'ACCEPTED' && (isRegistered
        ? <p><a className="button second" href={`/${params.locale}/me`}>{t('invitation.to-registration')}</a></p>
        : <><p><a className="button" href={`/${params.locale}/conferences/${conference.slug}/register?invitation=${params.token}`}>{t('invitation.register')}</a></p><p className="quiet">{t('invitation.sign-in')}</p></>)}
      {isOpen && <AnswerForms invitation={invitation} answer={actionData === undefined || actionData.problems.length === 0 ? undefined : actionData} />}
    </main>
  );
}
