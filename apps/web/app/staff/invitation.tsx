import { data } from 'react-router';
import type { Route } from './+types/invitation.js';
import { cookiesIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { Summary, TextField } from '../forms/field.js';
import { line } from '../forms/problems.js';
import type { FormAnswer } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { EnrolmentForm } from './enrolment-form.js';
import { askStaffDoor, withCookies } from './staff-door.js';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptStaffInvitationInput!) {
    result: acceptStaffInvitation(input: $input) { __typename ... on StaffInvitationAccepted { email } ... on Refusal { code message } ... on InvalidInput { problems { path message } } }
  }
`);

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' };
}

/** Sets the password, signs in with it and begins the enrolment, so that it need not be typed again. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const given = form.get('password');
  const password = typeof given === 'string' ? given : '';
  const back = (answer: FormAnswer) => data({ answer, gone: false, enrolment: undefined }, { status: 422 });
  if (password !== form.get('repeat')) return back({ problems: [{ path: 'repeat', message: textsFor(params.locale).t('web.staff.invitation.differs') }], values: {} });
  const { result } = await api.ask(request, params.locale, AcceptInvitation, { input: { token: line(form, 'token') ?? '', password } });
  if (result.__typename === 'InvalidInput') return back({ message: result.message, problems: result.problems, values: {} });
  if (result.__typename !== 'StaffInvitationAccepted') return data({ answer: undefined, gone: true, enrolment: undefined }, { status: 410 });
  const signedIn = await askStaffDoor(api, request, params.locale, '/sign-in/email', { email: result.email, password });
  const begun = signedIn.ok ? await askStaffDoor(api, withCookies(request, signedIn.headers), params.locale, '/two-factor/enable', { password }) : undefined;
  return data({ answer: undefined, gone: false, enrolment: begun?.enrolment }, { headers: cookiesIn(signedIn.headers) });
}

/** What holds a key is never kept by a browser or proxy. */
export function headers({ actionHeaders }: Route.HeadersArgs): Headers {
  const kept = new Headers(actionHeaders);
  kept.set('Cache-Control', 'no-store');
  return kept;
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.staff.invitation.title') }, { name: 'robots', content: 'noindex' }];

export default function Invitation({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  if (actionData?.gone === true) {
    return <main id="main" className="narrow"><h1>{t('web.staff.invitation.failed')}</h1><p className="note bad">{t('web.staff.invitation.failed-text')}</p><p><a href={`/${params.locale}/staff/sign-in`}>{t('web.staff.title')}</a></p></main>;
  }
  if (actionData !== undefined && actionData.answer === undefined) {
    return (
      <main id="main" className="narrow">
        <h1>{t('web.staff.enrol.title')}</h1>
        {actionData.enrolment === undefined
          ? <p><a className="button" href={`/${params.locale}/staff/sign-in`}>{t('web.staff.title')}</a></p>
          : <EnrolmentForm enrolment={actionData.enrolment} action={`/${params.locale}/staff/second-factor/new`} next="" answer={undefined} />}
      </main>
    );
  }
  return (
    <main id="main" className="narrow">
      <h1>{t('web.staff.invitation.title')}</h1>
      <p className="lead">{t('web.staff.invitation.lead')}</p>
      <form method="post" action={`/${params.locale}/staff/invitation`} noValidate>
        <Summary answer={actionData?.answer} />
        <input type="hidden" name="token" value={loaderData.token} />
        <TextField name="password" type="password" label={t('web.staff.password')} hint={t('web.staff.invitation.password-hint')} answer={actionData?.answer} required ltr autoComplete="new-password" />
        <TextField name="repeat" type="password" label={t('web.staff.invitation.repeat')} answer={actionData?.answer} required ltr autoComplete="new-password" />
        <button type="submit">{t('web.staff.invitation.go')}</button>
      </form>
    </main>
  );
}
