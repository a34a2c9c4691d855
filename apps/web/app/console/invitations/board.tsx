import type { Route } from './+types/board.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';
import { INVITATION_STATES, InvitationChip } from './invitation-chip.js';

const PAGE = 50;

const About = graphql(`
  query InvitationsAbout($slug: String!) { conference(slug: $slug) { id title timeZone categories { key title } } }
`);
const Board = graphql(`
  query InvitationBoard($id: ID!, $filter: InvitationFilter, $first: Int!, $after: String) {
    invitationCounts(conferenceId: $id) { state invitations places registered askPlaces }
    delegations(conferenceId: $id, first: 200) { edges { node { id name } } }
    invitations(conferenceId: $id, filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id toName nativeName toAddress organisation state places used askedPlaces answeredAt category { title } delegation { id name } } }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { conference } = await api.ask(request, params.locale, About, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const one = (name: string): string => query.get(name)?.trim() ?? '';
  const picked = { q: one('q'), state: INVITATION_STATES.find((state) => state === one('state')) ?? '', category: one('category'), delegation: one('delegation'), used: one('used'), asks: one('asks') } as const;
  const filter = {
    ...(picked.q === '' ? {} : { search: picked.q }), ...(picked.state === '' ? {} : { states: [picked.state] }), ...(picked.category === '' ? {} : { categories: [picked.category] }),
    ...(picked.delegation === '' ? {} : { delegationIds: [picked.delegation] }), ...(picked.used === '' ? {} : { isUsed: picked.used === 'yes' }), ...(picked.asks === '' ? {} : { asksPlaces: true }),
  };
  const board = await api.ask(request, params.locale, Board, { id: conference.id, filter, first: PAGE, after: query.get('after') });
  return { conference, board, picked, isFirst: !query.has('after') };
}

/** Who was invited and what they answered: the numbers, the list, and the filters in the address. */
export default function InvitationBoard({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, brief } = useTexts();
  const { conference, board, picked, isFirst } = loaderData;
  const base = `/${params.locale}/console/conferences/${params.slug}/invitations`;
  const [rows, delegations] = [nodes(board.invitations), nodes(board.delegations)];
  const asking = board.invitationCounts.reduce((sum, { askPlaces }) => sum + askPlaces, 0);
  const next = new URLSearchParams([...Object.entries(picked).filter(([, value]) => value !== ''), ['after', board.invitations.pageInfo.endCursor ?? '']]);
  const isFiltered = Object.values(picked).some((value) => value !== '');
  const select = (name: 'state' | 'category' | 'delegation' | 'used', label: string, choices: readonly (readonly [string, string])[]): React.ReactElement => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={picked[name]}><option value="">{t('console.invitations.all')}</option>{choices.map(([value, text]) => <option key={value} value={value}>{text}</option>)}</select>
    </div>
  );
  return (
    <>
      <h1>{t('console.invitations.title')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="invitations" />
      <p className="row"><a className="button" href={`${base}/new`}>{t('console.invitations.new')}</a><a className="button second" href={`${base}/delegations`}>{t('console.invitations.delegations')}</a></p>
      <ul className="bare counts row" aria-label={t('console.invitations.board')}>
        {INVITATION_STATES.flatMap((state) => board.invitationCounts.filter((count) => count.state === state)).map((count) => (
          <li key={count.state}><strong>{number(count.invitations)}</strong> <a href={`${base}?state=${count.state}`}><InvitationChip state={count.state} /></a>{count.registered > 0 && <div className="quiet">{t('console.invitations.registered', { count: count.registered })}</div>}</li>
        ))}
        {asking > 0 && <li><strong>{number(asking)}</strong> <a href={`${base}?asks=yes`}><span className="chip wait">{t('console.invitations.asks')}</span></a></li>}
      </ul>
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="q">{t('console.invitations.search')}</label><input id="q" name="q" type="search" defaultValue={picked.q} dir="auto" /></div>
        {select('state', t('console.invitations.state'), INVITATION_STATES.map((state) => [state, t(`state.invitation.${state}`)]))}
        {select('category', t('console.invitations.category'), conference.categories.map(({ key, title }) => [key, own(title)]))}
        {delegations.length > 0 && select('delegation', t('console.invitations.delegation'), delegations.map(({ id, name }) => [id, own(name)]))}
        {select('used', t('console.invitations.used'), [['yes', t('console.invitations.used.yes')], ['no', t('console.invitations.used.no')]])}
        <button className="second" type="submit">{t('console.invitations.filter')}</button>
        {isFiltered && <a className="button second" href={base}>{t('console.filter.clear')}</a>}
      </form>
      <p>{t('console.invitations.count', { count: board.invitations.totalCount })}</p>
      {rows.length === 0 ? <p className="empty">{t('console.invitations.none')}</p> : (
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.invitations.title')}>
          <table>
            <thead><tr><th>{t('console.invitations.name')}</th><th>{t('console.invitations.state')}</th><th>{t('console.invitations.category')}</th><th>{t('console.invitations.delegation')}</th><th>{t('console.invitations.places')}</th><th>{t('console.invitations.email')}</th><th>{t('console.invitations.answered')}</th></tr></thead>
            <tbody>{rows.map((row) => (
              <tr key={row.id}>
                <td><a href={`${base}/${row.id}`}><bdi>{row.toName}</bdi></a>{row.nativeName !== null && row.nativeName !== row.toName && <div><bdi>{row.nativeName}</bdi></div>}{row.organisation !== null && <div className="quiet"><bdi>{row.organisation}</bdi></div>}</td>
                <td data-label={t('console.invitations.state')}><InvitationChip state={row.state} /></td>
                <td data-label={t('console.invitations.category')}>{row.category === null ? t('console.invitations.category.any') : own(row.category.title)}</td>
                <td data-label={t('console.invitations.delegation')}>{row.delegation === null ? '' : <a href={`${base}/delegations/${row.delegation.id}`}>{own(row.delegation.name)}</a>}</td>
                <td data-label={t('console.invitations.places')}>{t('console.invitations.places.used', { used: row.used, places: row.places })}{row.askedPlaces !== null && <div className="full">{t('console.invitations.places.asked', { places: row.askedPlaces })}</div>}</td>
                <td data-label={t('console.invitations.email')}><bdi className="ltr">{row.toAddress}</bdi></td>
                <td data-label={t('console.invitations.answered')} className="tight">{row.answeredAt === null ? '' : brief(row.answeredAt, conference.timeZone)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={base}>{t('console.first-page')}</a>}
        {board.invitations.pageInfo.hasNextPage && <a className="button second" href={`${base}?${next.toString()}`}>{t('console.next-page')}</a>}
      </p>
    </>
  );
}
