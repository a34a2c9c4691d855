import { Outlet, useLocation } from 'react-router';
import type { Route } from './+types/conference.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import type { ResultOf } from '../api/graphql.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { described } from './structured-data.js';

const ConferencePage = graphql(`
  query ConferencePage($slug: String!) {
    conference(slug: $slug) {
      id slug title theme description practicalInformation city country timeZone startsOn endsOn state hostRegion locales series { slug }
      hosts { id role name website }
      categories { id key title description isOpen opensAt closesAt needsApproval invitationOnly places { size remaining waiting lineOpen } }
    }
  }
`);

export type ConferenceData = NonNullable<ResultOf<typeof ConferencePage>['conference']>;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, ConferencePage, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  return { conference, origin: new URL(api.publicUrl).origin };
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  if (loaderData === undefined) return [];
  const texts = textsFor(params.locale);
  const { own, days } = texts;
  const { slug, state, title, theme, startsOn, endsOn, city } = loaderData.conference;
  const url = `${loaderData.origin}/${params.locale}/conferences/${slug}`;
  return described(texts, loaderData, own(title), [own(theme), `${days(startsOn, endsOn)} · ${own(city)}`].filter((part) => part !== '').join(' · '), [
    { name: own(title), description: theme === null ? null : own(theme), startDate: startsOn, endDate: endsOn, url, place: own(city), offers: state === 'OPEN' ? `${url}/register` : undefined },
  ]);
};

/** The frame of one conference's pages: its name leads on the first, and stands small above the others. */
export default function Conference({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days } = useTexts();
  const { pathname } = useLocation();
  const { conference } = loaderData;
  const base = `/${params.locale}/conferences/${params.slug}`;
  const tabs = [
    { path: base, name: t('web.tab.overview'), here: pathname === base },
    { path: `${base}/programme`, name: t('web.tab.programme'), here: pathname.startsWith(`${base}/programme`) },
    { path: `${base}/speakers`, name: t('web.tab.speakers'), here: pathname === `${base}/speakers` },
    { path: `${base}/visits`, name: t('web.tab.visits'), here: pathname.startsWith(`${base}/visits`) },
    { path: `${base}/agenda`, name: t('web.tab.agenda'), here: pathname === `${base}/agenda` },
    { path: `${base}/register`, name: t('web.tab.register'), here: pathname.startsWith(`${base}/register`) },
  ];
  const when = `${days(conference.startsOn, conference.endsOn)} · ${own(conference.city)}`;
  return (
    <main id="main" className="wide">
      {pathname === base ? (
        <div className="hero">
          <p className="eyebrow">{when} · <a href={`/${params.locale}/series/${conference.series.slug}`}>{t('web.series.editions')}</a></p>
          <h1>{own(conference.title)}</h1>
          {conference.theme !== null && <p className="lead">{own(conference.theme)}</p>}
          {conference.state === 'OPEN'
            ? <p><a className="button" href={`${base}/register`}>{t('web.register')}</a></p>
            : <p><span className="chip plain">{t(`web.conference.state.${conference.state}`)}</span></p>}
        </div>
      ) : <p className="eyebrow"><a href={base}>{own(conference.title)}</a> · {when}</p>}
      <nav aria-label={own(conference.title)}>
        <ul className="tabs">
          {tabs.map((tab) => <li key={tab.path}><a href={tab.path} aria-current={tab.here ? 'page' : undefined}>{tab.name}</a></li>)}
        </ul>
      </nav>
      <Outlet context={conference} />
    </main>
  );
}
