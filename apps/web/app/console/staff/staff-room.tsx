import type { Route } from './+types/staff-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseNav } from '../house-nav.js';
import { scopeChoices, scopeIn, scopeName, ScopesToChoose, STAFF_ROLES } from './scopes.js';
import { StandingChip } from './standing-chip.js';

const Roles = graphql(`
  query StaffRoles($filter: StaffRoleFilter, $after: String) {
    staffRoles(filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id email name role scopeKind scopeTitle standing createdAt } }
    }
  }
`);
const SAVED = ['invited', 'changed', 'revoked'] as const;
const CHOOSABLE = [...STAFF_ROLES, 'HEAD_OF_DELEGATION'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const search = query.get('q')?.trim() ?? '';
  const role = CHOOSABLE.find((one) => one === query.get('role'));
  const scope = scopeIn(query.get('scope'));
  const filter = { ...(search === '' ? {} : { search }), ...(role === undefined ? {} : { roles: [role] }), ...(scope === undefined ? {} : { scope }) };
  const { staffRoles } = await api.ask(request, params.locale, Roles, { filter, after: query.get('after') });
  const scopes = scopeChoices(await api.ask(request, params.locale, ScopesToChoose, {}), textsFor(params.locale));
  return { staffRoles, scopes, search, role, scope: scope === undefined ? undefined : query.get('scope') ?? undefined, saved: SAVED.find((one) => one === query.get('saved')), who: query.get('who') ?? '', isFirst: !query.has('after') };
}

/** Who has which role where: found, invited, led to where a role is changed or taken back. */
export default function StaffRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const texts = useTexts();
  const { t, number, days } = texts;
  const { staffRoles, scopes, search, role, scope, saved, who, isFirst } = loaderData;
  const here = `/${params.locale}/console/staff`;
  const chosen = Object.entries({ q: search, role, scope }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const next = new URLSearchParams([...chosen, ['after', staffRoles.pageInfo.endCursor ?? '']]);
  return (
    <>
      <h1>{t('console.roles.title')}</h1>
      <HouseNav locale={params.locale} here="staff" />
      <p className="lead">{t('console.roles.lead')}</p>
      {saved !== undefined && <p className="note good" role="status">{t(`console.roles.saved.${saved}`, { who })}</p>}
      <p><a className="button" href={`${here}/invite`}>{t('console.roles.invite')}</a></p>
      <form method="get" className="filters" role="search">
        <div className="field"><label htmlFor="q">{t('console.roles.search')}</label><input id="q" name="q" type="search" defaultValue={search} dir="auto" /></div>
        <div className="field">
          <label htmlFor="role">{t('console.roles.role')}</label>
          <select id="role" name="role" defaultValue={role ?? ''}><option value="">{t('console.roles.all-roles')}</option>{CHOOSABLE.map((one) => <option key={one} value={one}>{t(`role.${one}`)}</option>)}</select>
        </div>
        <div className="field">
          <label htmlFor="scope">{t('console.roles.scope')}</label>
          <select id="scope" name="scope" defaultValue={scope ?? ''}><option value="">{t('console.roles.everywhere')}</option>{scopes.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
        </div>
        <button className="second" type="submit">{t('web.search')}</button>
        {chosen.length > 0 && <a className="button second" href={here}>{t('console.filter.clear')}</a>}
      </form>
      <p className="quiet">{t('console.roles.count', { count: staffRoles.totalCount, shown: number(staffRoles.totalCount) })}</p>
      {staffRoles.edges.length === 0 ? <p className="empty">{t(chosen.length > 0 ? 'console.roles.none-found' : 'console.roles.empty')}</p> : (
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.roles.title')}>
          <table>
            <thead><tr><th>{t('console.roles.who')}</th><th>{t('console.roles.role')}</th><th>{t('console.roles.scope')}</th><th>{t('console.roles.standing')}</th><th>{t('console.roles.since')}</th></tr></thead>
            <tbody>
              {staffRoles.edges.map(({ node }) => (
                <tr key={node.id}>
                  <td><a href={`${here}/roles/${node.id}`}><bdi className={node.name === null ? 'ltr' : undefined}>{node.name ?? node.email}</bdi></a>{node.name !== null && <div className="quiet"><bdi className="ltr">{node.email}</bdi></div>}</td>
                  <td data-label={t('console.roles.role')} className="tight">{t(`role.${node.role}`)}</td>
                  <td data-label={t('console.roles.scope')}>{scopeName(texts, node.scopeKind, node.scopeTitle)}</td>
                  <td data-label={t('console.roles.standing')}>{node.role !== 'HEAD_OF_DELEGATION' && <StandingChip standing={node.standing} />}</td>
                  <td data-label={t('console.roles.since')} className="tight">{days(node.createdAt.slice(0, 10))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={`${here}?${new URLSearchParams(chosen).toString()}`}>{t('console.first-page')}</a>}
        {staffRoles.pageInfo.hasNextPage && <a className="button second" href={`${here}?${next.toString()}`}>{t('console.next-page')}</a>}
      </p>
    </>
  );
}
