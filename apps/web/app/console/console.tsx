import { Outlet, redirect } from 'react-router';
import type { Route } from './+types/console.js';
import { staffSignIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { signInOf } from '../identity/signed-in.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const Staff = graphql(`query Staff { me { id hasSecondFactor roles { role scopeKind } } }`);

/**
 * Staff roles count only where a second factor was proven (docs/decisions/sign-in.md), so who came by a letter's link is
 * asked for it here rather than at the first button. Heads of delegation have a page of their own and no desk.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const signIn = signInOf(request);
  if (signIn === undefined) throw redirect(staffSignIn(request, params.locale));
  const { me } = await context.get(apiContext).ask(request, params.locale, Staff, {});
  if (me === null) throw redirect(staffSignIn(request, params.locale));
  if (me.roles.every(({ role }) => role === 'HEAD_OF_DELEGATION')) throw new Response(null, { status: 403 });
  if (signIn === 'DELEGATE') throw redirect(staffSignIn(request, params.locale));
  if (signIn === 'STAFF' && !me.hasSecondFactor) throw redirect(`/${params.locale}/staff/second-factor/new?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const owned = me.roles.filter(({ role }) => role === 'OWNER');
  return { ownsSomething: owned.length > 0, ownsHouse: owned.some(({ scopeKind }) => scopeKind === 'INSTALLATION') };
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('console.title') }, { name: 'robots', content: 'noindex' }];

/** The frame of the staff's pages; what each person may do is decided by the api, page by page. */
export default function Console({ params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <main id="main" className="wide console">
      <p className="eyebrow"><a href={`/${params.locale}/console`}>{t('console.title')}</a></p>
      <Outlet />
    </main>
  );
}
