import { data } from 'react-router';
import type { Route } from './+types/sign-in.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const RequestSignInLink = graphql(`
  mutation RequestSignInLink($input: RequestSignInLinkInput!) {
    requestSignInLink(input: $input) {
      __typename
      ... on SignInLinkRequested { validForSeconds }
      ... on InvalidInput { message problems { path message } }
      ... on Refusal { message }
    }
  }
`);

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const email = line(form, 'email') ?? '';
  const next = line(form, 'next');
  const { requestSignInLink: result } = await context.get(apiContext).ask(request, params.locale, RequestSignInLink, {
    input: { email, locale: params.locale, next },
  });
  if (result.__typename === 'SignInLinkRequested') return { sentTo: email, minutes: Math.round(result.validForSeconds / 60), answer: undefined };
  const problems = result.__typename === 'InvalidInput' ? result.problems : [];
  return data({ sentTo: undefined, minutes: 0, answer: { message: result.message, problems, values: typedIn(form) } }, { status: 422 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.sign-in.title') }];

export function loader({ request }: Route.LoaderArgs) {
  return { next: new URL(request.url).searchParams.get('next') ?? '' };
}

export default function SignIn({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const isRegistering = /\/register(\?|$)/.test(loaderData.next);
  if (actionData?.sentTo !== undefined) {
    return (
      <main id="main" className="narrow">
        <h1>{t('web.sign-in.sent.title')}</h1>
        <p className="note good">{t('web.sign-in.sent.text', { email: actionData.sentTo, minutes: actionData.minutes })}</p>
        <p className="quiet">{t('web.sign-in.sent.help')} <a href={`/${params.locale}/sign-in?next=${encodeURIComponent(loaderData.next)}`}>{t('web.sign-in.link.new')}</a></p>
      </main>
    );
  }
  return (
    <main id="main" className="narrow">
      <h1>{t('web.sign-in.title')}</h1>
      <p className="lead">{t(isRegistering ? 'web.sign-in.lead-register' : 'web.sign-in.lead')}</p>
      {isRegistering && loaderData.next.includes('invitation=') && <p className="note">{t('web.sign-in.lead-invited')}</p>}
      <form method="post">
        <Summary answer={actionData?.answer} />
        <input type="hidden" name="next" value={loaderData.next} />
        <TextField name="email" type="email" label={t('web.field.email')} answer={actionData?.answer} required ltr autoComplete="email" />
        <button type="submit">{t('web.sign-in.send')}</button>
      </form>
      <p className="quiet"><a href={`/${params.locale}/staff/sign-in`}>{t('web.sign-in.staff')}</a></p>
    </main>
  );
}
