import { Outlet, redirect } from 'react-router';
import type { Route } from './+types/site.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { isSignedIn } from '../identity/signed-in.js';
import { readersLocale } from '../i18n/readers-locale.js';
import { isSiteLocale, staffPathFor } from '../i18n/texts.js';
import { Frame } from './frame.js';

const WhoAsks = graphql(`query WhoAsks { me { id email roles { role } } }`);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  if (!isSiteLocale(params.locale)) {
    if (/^[a-z]{2,3}(-|$)/i.test(params.locale)) throw redirect(`/${readersLocale(request)}${new URL(request.url).pathname.slice(params.locale.length + 1)}`);
    throw new Response(null, { status: 404 });
  }
  const { pathname, search } = new URL(request.url);
  const elsewhere = staffPathFor(params.locale, pathname);
  if (elsewhere !== undefined) throw redirect(elsewhere + search);
  if (!isSignedIn(request)) return { me: null };
  const { me } = await context.get(apiContext).ask(request, params.locale, WhoAsks, {});
  return { me };
}

export default function Site({ loaderData }: Route.ComponentProps): React.ReactElement {
  return <Frame visitor={loaderData.me}><Outlet /></Frame>;
}
