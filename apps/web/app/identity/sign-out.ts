import { redirect } from 'react-router';
import type { Route } from './+types/sign-out.js';
import { cookiesIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';

const SignOut = graphql(`mutation SignOut { signOut { __typename ... on SignedOut { ended } ... on Refusal { message } } }`);

export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { headers } = await context.get(apiContext).send(request, params.locale, SignOut, {});
  return redirect(`/${params.locale}`, { headers: cookiesIn(headers) });
}

export function loader({ params }: Route.LoaderArgs): Response {
  return redirect(`/${params.locale}`);
}
