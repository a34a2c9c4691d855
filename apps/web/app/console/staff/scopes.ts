import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import type { Texts } from '../../i18n/texts.js';

export type Role = ReturnType<typeof graphql.scalar<'Role'>>;
export type ScopeKind = ReturnType<typeof graphql.scalar<'ScopeKind'>>;

/** Roles that are given here, from most to least; that of a head of delegation comes with the delegation. */
export const STAFF_ROLES = ['OWNER', 'ORGANISER', 'PROGRAMME_EDITOR', 'REGISTRATION_DESK', 'MAILING_STAFF', 'VIEWER'] as const satisfies readonly Role[];

/** Where a role may hold: everything, a series, a conference. */
export const ScopesToChoose = graphql(`
  query ScopesToChoose {
    me { id roles { role scopeKind scopeId } }
    seriesList(first: 50) { edges { node { id title } } }
    conferences(first: 100) { edges { node { id slug title } } }
  }
`);

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The scope that a field's value names: INSTALLATION, or kind and id. */
export function scopeIn(value: string | null): { kind: ScopeKind; id: string | null } | undefined {
  const [kind, id = null] = (value ?? '').split(':');
  if (kind === 'INSTALLATION') return { kind, id: null };
  return (kind === 'SERIES' || kind === 'CONFERENCE') && id !== null && id !== '' ? { kind, id } : undefined;
}

/** What may be chosen as a place: only where the reader owns it, the widest first. */
export function scopeChoices({ me, seriesList, conferences }: ResultOf<typeof ScopesToChoose>, texts: Texts): Choice[] {
  const owned = (me?.roles ?? []).filter(({ role }) => role === 'OWNER');
  const owns = (kind: ScopeKind, id: string): boolean => owned.some((grant) => grant.scopeKind === 'INSTALLATION' || (grant.scopeKind === kind && grant.scopeId === id));
  const ownsAll = owned.some(({ scopeKind }) => scopeKind === 'INSTALLATION');
  const ownsSeries = owned.some(({ scopeKind }) => scopeKind === 'SERIES');
  return [
    ...(ownsAll ? [{ value: 'INSTALLATION', label: texts.t('role.scope.INSTALLATION') }] : []),
    ...seriesList.edges.filter(({ node }) => owns('SERIES', node.id)).map(({ node }) => ({ value: `SERIES:${node.id}`, label: texts.t('role.scope.SERIES', { title: texts.own(node.title) }) })),
    ...conferences.edges.filter(({ node }) => ownsSeries || owns('CONFERENCE', node.id)).map(({ node }) => ({ value: `CONFERENCE:${node.id}`, label: texts.own(node.title) })),
  ];
}

/** Where a role holds, in plain words. */
export function scopeName(texts: Texts, kind: ScopeKind, title: Record<string, string> | null): string {
  if (kind === 'INSTALLATION') return texts.t('role.scope.INSTALLATION');
  return title === null ? texts.t('role.scope.gone') : texts.t(`role.scope.${kind}`, { title: texts.own(title) });
}
