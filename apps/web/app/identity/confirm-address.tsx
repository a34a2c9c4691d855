import { data } from 'react-router';
import type { Route } from './+types/confirm-address.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const ConfirmAddress = graphql(`
  mutation ConfirmAddress($token: String!) { result: confirmAddressChange(token: $token) { __typename ... on Account { email } ... on Refusal { message } } }
`);

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const token = line(await request.formData(), 'token') ?? '';
  const { result } = await context.get(apiContext).ask(request, params.locale, ConfirmAddress, { token });
  return result.__typename === 'Account' ? data({ email: result.email, message: undefined }) : data({ email: undefined, message: result.message }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.address.confirm.title') }, { name: 'robots', content: 'noindex' }];

/** Opening the letter's link changes nothing; the button confirms. */
export default function ConfirmAddressPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const again = <p><a className="button" href={`/${params.locale}/sign-in`}>{t('web.sign-in')}</a></p>;
  if (actionData?.message !== undefined) return <main id="main" className="narrow"><h1>{t('web.address.confirm.failed')}</h1><p className="note bad">{actionData.message}</p>{again}</main>;
  return (
    <main id="main" className="narrow">
      <h1>{t('web.address.confirm.title')}</h1>
      {actionData?.email !== undefined ? <><p className="note good">{t('web.address.confirm.done', { email: actionData.email })}</p>{again}</> : (
        <>
          <p className="lead">{t('web.address.confirm.lead')}</p>
          <form method="post" action={`/${params.locale}/me/confirm-address`}>
            <input type="hidden" name="token" value={loaderData.token} />
            <button type="submit">{t('web.address.confirm.go')}</button>
          </form>
        </>
      )}
    </main>
  );
}
