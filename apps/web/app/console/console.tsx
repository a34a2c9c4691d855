import { Outlet } from 'react-router';
import type { Route } from './+types/console.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../i18n/use-texts.js';

const Staff = graphql(`query Staff { me { id roles { role } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { me } = await context.get(apiContext).ask(request, params.locale, Staff, {});
  if (me === null || me.roles.length === 0) throw new Response(null, { status: 403 });
  return null;
}

/** The frame of the staff's pages; what each person may do is decided by the api, page by page. */
export default function Console({ params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <main id="main" className="wide">
      <p className="eyebrow"><a href={`/${params.locale}/console`}>{t('console.title')}</a></p>
      <Outlet />
    </main>
  );
}
