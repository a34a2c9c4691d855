import { redirect } from 'react-router';
import type { Route } from './+types/sign-in-link.js';
import { cookiesIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const RedeemSignInLink = graphql(`
  mutation RedeemSignInLink($input: RedeemSignInLinkInput!) {
    redeemSignInLink(input: $input) { __typename ... on SignedIn { next } ... on Refusal { message } }
  }
`);

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const token = line(await request.formData(), 'token') ?? '';
  const { data, headers } = await context.get(apiContext).send(request, params.locale, RedeemSignInLink, { input: { token } });
  const result = data.redeemSignInLink;
  if (result.__typename !== 'SignedIn') return { message: result.message };
  const next = result.next === '' || result.next === '/' ? `/${params.locale}/me` : result.next;
  return redirect(next, { headers: cookiesIn(headers) });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.sign-in.title') }, { name: 'robots', content: 'noindex' }];

/** Opening the letter's link changes nothing, since mail scanners open every link; the button redeems it. */
export default function SignInLink({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  if (actionData !== undefined) {
    return (
      <main id="main" className="narrow">
        <h1>{t('web.sign-in.link.failed')}</h1>
        <p className="note bad">{actionData.message}</p>
        <p><a className="button" href={`/${params.locale}/sign-in`}>{t('web.sign-in.link.new')}</a></p>
      </main>
    );
  }
  return (
    <main id="main" className="narrow">
      <h1>{t('web.sign-in.link.title')}</h1>
      <p className="lead">{t('web.sign-in.link.lead')}</p>
      <form method="post">
        <input type="hidden" name="token" value={loaderData.token} />
        <button type="submit">{t('web.sign-in.link.go')}</button>
      </form>
    </main>
  );
}
