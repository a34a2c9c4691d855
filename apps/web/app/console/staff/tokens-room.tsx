import { data, redirect } from 'react-router';
import type { Route } from './+types/tokens-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { SelectField, Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseNav } from '../house-nav.js';
import { RoleFields, RolesExplained } from './role-fields.js';
import { scopeChoices, scopeIn, scopeName, ScopesToChoose, STAFF_ROLES } from './scopes.js';
import { TokenRow } from './token-row.js';

const Tokens = graphql(`
  query ApiTokens($after: String) {
    apiTokens(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id name role scopeKind scopeId createdAt lastUsedAt revokedAt expiresAt } } }
  }
`);
const Make = graphql(`
  mutation MakeApiToken($input: CreateApiTokenInput!, $key: String) {
    result: createApiToken(input: $input, idempotencyKey: $key) { __typename ... on ApiTokenCreated { secret token { name } } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const Revoke = graphql(`mutation RevokeToken($id: ID!) { result: revokeApiToken(id: $id) { __typename ... on ApiToken { id } ... on Refusal { message } } }`);
const DAYS = ['30', '90', '365', 'never'] as const;

interface Answer extends FormAnswer {
  /** A token that was just made: its secret is in this one answer and nowhere else. */
  readonly made?: { readonly name: string; readonly secret: string } | undefined;
}
const answer = (its: Answer, status: number) => data<Answer>(its, { status, headers: { 'Cache-Control': 'no-store' } });

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const { apiTokens } = await api.ask(request, params.locale, Tokens, { after: query.get('after') });
  const chosen = await api.ask(request, params.locale, ScopesToChoose, {});
  const texts = textsFor(params.locale);
  const titles = new Map([...chosen.seriesList.edges, ...chosen.conferences.edges].map(({ node }) => [node.id, node.title]));
  const tokens = apiTokens.edges.map(({ node }) => ({ ...node, where: scopeName(texts, node.scopeKind, node.scopeId === null ? null : titles.get(node.scopeId) ?? null), isOver: node.expiresAt !== null && Date.parse(node.expiresAt) <= Date.now() }));
  return { tokens, pageInfo: apiTokens.pageInfo, scopes: scopeChoices(chosen, texts), isFirst: !query.has('after'), wasRevoked: query.has('revoked'), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { t } = textsFor(params.locale);
  const back = (message: string | undefined, problems: readonly { path: string; message: string }[] = []) => answer({ message, problems, values: typedIn(form) }, 422);
  if (form.get('step') === 'revoke') {
    const { result } = await api.ask(request, params.locale, Revoke, { id: line(form, 'id') ?? '' });
    return result.__typename === 'ApiToken' ? redirect(`/${params.locale}/console/staff/tokens?revoked`) : back(result.message);
  }
  const [role, scope, days] = [STAFF_ROLES.find((one) => one === form.get('role')), scopeIn(line(form, 'scope')), DAYS.find((one) => one === form.get('days'))];
  const name = line(form, 'name');
  const missing = Object.entries({ name, role: role ?? null, scope: scope ?? null, days: days ?? null }).filter(([, value]) => value === null).map(([path]) => ({ path, message: t('problem.required') }));
  if (name === null || role === undefined || scope === undefined || days === undefined) return back(undefined, missing);
  const expiresAt = days === 'never' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString();
  const { result } = await api.ask(request, params.locale, Make, { input: { name, role, scope, expiresAt }, key: line(form, 'key') });
  if (result.__typename === 'ApiTokenCreated') return answer({ problems: [], values: {}, made: { name: result.token.name, secret: result.secret } }, 201);
  return back(result.message, result.__typename === 'InvalidInput' ? result.problems : []);
}

export function headers({ actionHeaders }: Route.HeadersArgs): Headers {
  return actionHeaders;
}

/** API tokens: made, their secret shown this once, revoked. */
export default function TokensRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { tokens, pageInfo, scopes, isFirst, wasRevoked, key } = loaderData;
  const here = `/${params.locale}/console/staff/tokens`;
  const made = actionData?.made;
  const names = { name: t('console.tokens.name'), role: t('console.roles.role'), scope: t('console.roles.scope'), days: t('console.tokens.expires') };
  return (
    <>
      <h1>{t('console.tokens.title')}</h1>
      <HouseNav locale={params.locale} here="tokens" />
      {made !== undefined ? (
        <section className="decide" role="status">
          <h2>{t('console.tokens.secret', { name: made.name })}</h2>
          <p>{t('console.tokens.secret-text')}</p>
          <p className="secret"><code dir="ltr">{made.secret}</code></p>
          <p className="quiet">{t('console.tokens.secret-use')}</p>
          <p className="secret"><code dir="ltr">Authorization: Bearer {made.secret}</code></p>
          <p><a className="button" href={here}>{t('console.tokens.secret-done')}</a></p>
        </section>
      ) : <p className="lead">{t('console.tokens.lead')}</p>}
      {wasRevoked && made === undefined && <p className="note good" role="status">{t('console.tokens.saved')}</p>}
      <Summary answer={made === undefined ? actionData : undefined} names={names} />
      {tokens.length === 0 ? <p className="empty">{t('console.tokens.empty')}</p> : (
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.tokens.title')}>
          <table>
            <thead><tr><th>{t('console.tokens.name')}</th><th>{t('console.roles.role')}</th><th>{t('console.roles.scope')}</th><th>{t('console.tokens.made')}</th><th>{t('console.tokens.used')}</th><th>{t('console.tokens.state')}</th></tr></thead>
            <tbody>{tokens.map((token) => <TokenRow key={token.id} token={token} />)}</tbody>
          </table>
        </div>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={here}>{t('console.first-page')}</a>}
        {pageInfo.hasNextPage && <a className="button second" href={`${here}?${new URLSearchParams({ after: pageInfo.endCursor ?? '' }).toString()}`}>{t('console.next-page')}</a>}
      </p>
      {scopes.length > 0 && (
        <div className="narrow start">
          <h2>{t('console.tokens.new')}</h2>
          <form method="post" action={here} noValidate>
            <input type="hidden" name="key" value={key} />
            <TextField name="name" label={t('console.tokens.name')} answer={actionData} autoComplete="off" required />
            <RoleFields scopes={scopes} answer={actionData} />
            <SelectField name="days" label={t('console.tokens.expires')} value="365" choices={DAYS.map((value) => ({ value, label: t(`console.tokens.expires.${value}`) }))} answer={actionData} required />
            <button type="submit">{t('console.tokens.make')}</button>
          </form>
          <h2>{t('console.roles.role')}</h2>
          <RolesExplained />
        </div>
      )}
    </>
  );
}
