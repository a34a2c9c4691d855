import { useRouteLoaderData } from 'react-router';
import type { Route } from './+types/audit-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { loader as frame } from '../console.js';
import { HouseNav } from '../house-nav.js';
import { actorOf } from './actor-of.js';
import { AuditFilters } from './audit-filters.js';
import { queryOf, zoneOf } from './audit-query.js';
import { CheckLog } from './check-log.js';
import { sentenceOf } from './deeds.js';

const Conferences = graphql(`query AuditConferences { conferences(first: 100) { edges { node { id slug title timeZone } } } }`);
const About = graphql(`query AuditAbout($id: ID!, $search: String!) { registrations(conferenceId: $id, filter: { search: $search }, first: 1) { edges { node { id code person { names { full } } } } } }`);
const Check = graphql(`query AuditCheck { auditLogCheck { isWhole sealed unsealed brokenAt } }`);
const Log = graphql(`
  query AuditLog($filter: AuditFilter, $after: String) {
    auditLog(filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id at actorKind actorEmail actorName tokenName action subjectKind subjectId subjectName subjectTitle conference { id slug title } data isSealed } }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const conferences = (await api.ask(request, params.locale, Conferences, {})).conferences.edges.map(({ node }) => node);
  const asked = queryOf(query);
  const conference = conferences.find(({ slug }) => slug === asked.conference);
  const [registration] = asked.about === '' || conference === undefined ? [] : (await api.ask(request, params.locale, About, { id: conference.id, search: asked.about })).registrations.edges.map(({ node }) => node);
  const timeZone = zoneOf(conference, conferences);
  const filter = {
    ...(conference === undefined ? {} : { conferenceId: conference.id }), ...(asked.who === '' ? {} : { actor: asked.who }), ...(asked.actions === undefined ? {} : { actions: [...asked.actions] }),
    ...(registration === undefined ? {} : { subjectId: registration.id }), ...asked.between(timeZone),
  };
  const { auditLog } = await api.ask(request, params.locale, Log, { filter, after: query.get('after') });
  const about = registration === undefined ? undefined : { id: registration.id, name: registration.person.names.full === '' ? registration.code : registration.person.names.full };
  return { auditLog, conferences: conferences.map(({ slug, title }) => ({ slug, title })), shown: asked.shown, about, timeZone, now: new Date().toISOString(), isFirst: !query.has('after') };
}

/** Has the whole log walked; nothing is written, and whoever may not is told so by the api. */
export async function action({ request, params, context }: Route.ActionArgs) {
  return (await context.get(apiContext).ask(request, params.locale, Check, {})).auditLogCheck;
}

/** What was done, by whom and when, in sentences; every filter is in the address. */
export default function AuditRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const texts = useTexts();
  const { t, own, number, brief, zone } = texts;
  const { auditLog, conferences, shown, about, timeZone, now, isFirst } = loaderData;
  const ownsHouse = useRouteLoaderData<typeof frame>('console/console')?.ownsHouse === true;
  const here = `/${params.locale}/console/audit`;
  const chosen = Object.entries(shown).filter(([, value]) => value !== '');
  const link = (more: Readonly<Record<string, string>>): string => `${here}?${new URLSearchParams([...chosen, ...Object.entries(more)]).toString()}`;
  return (
    <>
      <h1>{t('console.audit.title')}</h1>
      <HouseNav locale={params.locale} here="audit" />
      <p className="lead">{t('console.audit.lead')}</p>
      <AuditFilters here={here} shown={shown} conferences={conferences} />
      {about !== undefined && <p className="note">{t('console.audit.about-of', { who: about.name })}</p>}
      {about === undefined && shown.about !== '' && <p className="note wait" role="status">{shown.conference === '' ? t('console.audit.about-where') : t('console.audit.about-none', { text: shown.about })}</p>}
      <p className="quiet">{t('console.audit.count', { count: auditLog.totalCount, shown: number(auditLog.totalCount) })}</p>
      {auditLog.edges.length === 0 ? <p className="empty">{t(chosen.length > 0 ? 'console.audit.none-found' : 'console.audit.empty')}</p> : (
        <ol className="deeds">
          {auditLog.edges.map(({ node }) => (
            <li key={node.id}>
              <span className="quiet">{brief(node.at, timeZone)}</span>
              <div>
                <p><strong>{actorOf(texts, node)}</strong> {sentenceOf(texts, node)}</p>
                <p className="quiet">
                  {node.actorKind === 'ACCOUNT' && node.actorName !== null && node.actorEmail !== null && <bdi className="ltr">{node.actorEmail}</bdi>}
                  {node.conference !== null && <a href={`${here}?conference=${node.conference.slug}`}>{own(node.conference.title)}</a>}
                  {node.subjectKind === 'registration' && node.conference !== null && node.subjectId !== null && <a href={`/${params.locale}/console/conferences/${node.conference.slug}/registrations/${node.subjectId}`}>{t('console.audit.registration')}</a>}
                  {!node.isSealed && <span>{t('console.audit.unsealed')}</span>}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={link({})}>{t('console.first-page')}</a>}
        {auditLog.pageInfo.hasNextPage && <a className="button second" href={link({ after: auditLog.pageInfo.endCursor ?? '' })}>{t('console.next-page')}</a>}
      </p>
      <p className="quiet">{t('console.audit.zone', { zone: zone(timeZone, now) })} {t('console.audit.sealed')}</p>
      {ownsHouse && <CheckLog found={actionData} />}
    </>
  );
}
