import type { Route } from './+types/home.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { ConferenceCards } from './conference-cards.js';

const Conferences = graphql(`
  query Conferences { conferences(first: 50) { edges { node { id slug title theme city country startsOn endsOn state } } } }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conferences } = await context.get(apiContext).ask(request, params.locale, Conferences, {});
  return { conferences: conferences.edges.map((edge) => edge.node) };
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.home.title') }];

export default function Home({ loaderData }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <main id="main" className="wide">
      <div className="hero">
        <h1>{t('web.home.title')}</h1>
        <p className="lead">{t('web.home.lead')}</p>
      </div>
      {loaderData.conferences.length === 0 && <p className="empty">{t('web.home.empty')}</p>}
      <ConferenceCards conferences={loaderData.conferences} />
    </main>
  );
}
