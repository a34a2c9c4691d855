import type { Route } from './+types/series.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { ConferenceCards } from './conference-cards.js';

const SeriesPage = graphql(`
  query SeriesPage($slug: String!) {
    series(slug: $slug) { title rotation conferences(first: 100) { edges { node { id slug title theme city country startsOn endsOn state } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { series } = await context.get(apiContext).ask(request, params.locale, SeriesPage, { slug: params.series });
  if (series === null) throw new Response(null, { status: 404 });
  return { ...series, conferences: series.conferences.edges.map((edge) => edge.node) };
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => (loaderData === undefined ? [] : [{ title: textsFor(params.locale).own(loaderData.title) }]);

/** All editions of a series that the reader may see, newest first. */
export default function Series({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, list } = useTexts();
  const { title, rotation, conferences } = loaderData;
  return (
    <main id="main" className="wide">
      <div className="hero">
        <p className="eyebrow"><a href={`/${params.locale}`}>{t('web.home.title')}</a></p>
        <h1>{own(title)}</h1>
        {rotation.length > 1 && <p className="lead">{t('web.series.rotation', { places: list(rotation) })}</p>}
      </div>
      <h2>{t('web.series.editions')}</h2>
      {conferences.length === 0 && <p className="empty">{t('web.series.empty')}</p>}
      <ConferenceCards conferences={conferences} />
    </main>
  );
}
