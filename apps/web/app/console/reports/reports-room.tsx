import type { Route } from './+types/reports-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { DayChart } from './day-chart.js';
import { FillTable } from './fill-table.js';
import { LetterTable } from './letter-table.js';
import { ShareTable } from './share-table.js';

const ConferenceOf = graphql(`query ReportsConference($slug: String!) { conference(slug: $slug) { id title timeZone categories { id title } } }`);
const People = graphql(`
  query ReportOfPeople($id: ID!) {
    registrationsByDay(conferenceId: $id) { day submitted confirmed }
    registrationFigures(conferenceId: $id) { byState { state count } byNationality { country count } byCategory { count category { id } } }
  }
`);
const Fill = graphql(`query ReportOfPlaces($id: ID!) { fillFigures(conferenceId: $id) { kind id title startsAt size taken waiting } }`);
const Letters = graphql(`query ReportOfLetters($id: ID!) { messageFigures(conferenceId: $id) { kind state count } }`);
const PARTS = ['registrations', 'programme', 'visits', 'letters'] as const;
const LIVE = ['SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED'];


/** Each part asks for its own numbers only, so that staff who may read some are not kept from them by the others. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const part = params.part === undefined ? 'registrations' : PARTS.find((one) => one === params.part);
  const { conference } = await api.ask(request, params.locale, ConferenceOf, { slug: params.slug });
  if (conference === null || part === undefined) throw new Response(null, { status: 404 });
  const of = { id: conference.id };
  if (part === 'registrations') return { conference, part, ...await api.ask(request, params.locale, People, of) };
  if (part === 'letters') return { conference, part, figures: (await api.ask(request, params.locale, Letters, of)).messageFigures };
  const { fillFigures } = await api.ask(request, params.locale, Fill, of);
  return { conference, part, fills: fillFigures.filter(({ kind }) => kind === (part === 'visits' ? 'DEPARTURE' : 'FORUM')) };
}
type Loaded = Route.ComponentProps['loaderData'];

/** The numbers of a conference: each chart with its table, and both as files. */
export default function ReportsRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own } = useTexts();
  const base = `/${params.locale}/console/conferences/${params.slug}`;
  return (
    <>
      <h1>{t('console.room.reports')}</h1>
      <p className="quiet">{own(loaderData.conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="reports" />
      <nav aria-label={t('report.parts')}>
        <ul className="jumps parts">{PARTS.map((part) => <li key={part}><a href={part === 'registrations' ? `${base}/reports` : `${base}/reports/${part}`} aria-current={part === loaderData.part ? 'page' : undefined}>{t(`report.part.${part}`)}</a></li>)}</ul>
      </nav>
      <Numbers loaded={loaderData} base={base} />
    </>
  );
}

function Numbers({ loaded, base }: { readonly loaded: Loaded; readonly base: string }): React.ReactElement {
  const { t } = useTexts();
  const empty = <p className="empty">{t(`report.empty.${loaded.part}`)}</p>;
  if (loaded.part === 'registrations') return loaded.registrationsByDay.length === 0 ? empty : <PeopleNumbers loaded={loaded} base={base} />;
  if (loaded.part === 'letters') return loaded.figures.length === 0 ? empty : <LetterTable figures={loaded.figures} ledger={`${base}/letters`} conferenceId={loaded.conference.id} />;
  return loaded.fills.length === 0 ? empty : <FillTable report={loaded.part} fills={loaded.fills} timeZone={loaded.conference.timeZone} conferenceId={loaded.conference.id} />;
}

function PeopleNumbers({ loaded, base }: { readonly loaded: Extract<Loaded, { part: 'registrations' }>; readonly base: string }): React.ReactElement {
  const { t, own, number, country, locale } = useTexts();
  const { conference, registrationsByDay, registrationFigures: { byState, byNationality, byCategory } } = loaded;
  const live = byState.filter(({ state }) => LIVE.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const registrations = `${base}/registrations`;
  return (
    <>
      <p className="lead">{t('report.total.live', { count: live, shown: number(live) })}</p>
      {byNationality.length > 0 && <p>{t('report.total.countries', { count: byNationality.length })}</p>}
      <DayChart days={registrationsByDay} conferenceId={conference.id} />
      <ShareTable report="states" head={t('report.column.state')} unit={t('report.column.registrations')} conferenceId={conference.id}
        shares={byState.filter(({ count }) => count > 0).map(({ state, count }) => ({ key: state, name: t(`state.registration.${state}`), count, href: `${registrations}?state=${state}` }))} />
      <ShareTable report="categories" head={t('report.column.category')} unit={t('report.column.people')} conferenceId={conference.id}
        shares={conference.categories.map(({ id, title }) => ({ key: id, name: own(title), count: byCategory.find(({ category }) => category.id === id)?.count ?? 0 }))} />
      <ShareTable report="countries" head={t('report.column.country')} unit={t('report.column.people')} conferenceId={conference.id}
        shares={byNationality.map(({ country: code, count }) => ({ key: code, name: country(code), count })).sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, locale))} />
    </>
  );
}
