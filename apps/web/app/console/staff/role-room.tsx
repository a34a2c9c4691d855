import { data, redirect } from 'react-router';
import type { Route } from './+types/role-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { SelectField, Summary } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseNav } from '../house-nav.js';
import { scopeName, STAFF_ROLES } from './scopes.js';
import { StandingChip } from './standing-chip.js';

const One = graphql(`query StaffRole($id: ID!) { staffRole(id: $id) { id email name role scopeKind scopeId scopeTitle standing createdAt } }`);
const Change = graphql(`mutation ChangeStaffRole($id: ID!, $role: Role!) { result: changeRole(id: $id, role: $role) { __typename ... on RoleGrant { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Revoke = graphql(`mutation RevokeStaffRole($id: ID!) { result: revokeRole(id: $id) { __typename ... on RoleGrant { id } ... on Refusal { message } } }`);
const Again = graphql(`mutation InviteStaffAgain($input: InviteStaffInput!, $key: String) { result: inviteStaff(input: $input, idempotencyKey: $key) { __typename ... on StaffInvited { grant { id } } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { staffRole } = await context.get(apiContext).ask(request, params.locale, One, { id: params.role });
  if (staffRole === null) throw new Response(null, { status: 404 });
  return { grant: staffRole, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const api = context.get(apiContext);
  const form = await request.formData();
  const { t } = textsFor(params.locale);
  const list = `/${params.locale}/console/staff`;
  const back = (message: string | undefined, problems: readonly { path: string; message: string }[] = []) => data({ message, problems, values: typedIn(form) }, { status: 422 });
  const { staffRole: grant } = await api.ask(request, params.locale, One, { id: params.role });
  if (grant === null) throw new Response(null, { status: 404 });
  const step = form.get('step');
  if (step === 'revoke') {
    if (!form.has('sure')) return back(undefined, [{ path: 'sure', message: t('console.role.revoke-tick') }]);
    const { result } = await api.ask(request, params.locale, Revoke, { id: grant.id });
    return result.__typename === 'RoleGrant' ? redirect(`${list}?saved=revoked`) : back(result.message);
  }
  if (step === 'again') {
    const name = grant.name ?? grant.email;
    const input = { email: grant.email, name, role: grant.role, scope: { kind: grant.scopeKind, id: grant.scopeId }, locale: params.locale };
    const { result } = await api.ask(request, params.locale, Again, { input, key: line(form, 'key') });
    return result.__typename === 'StaffInvited' ? redirect(`${list}?saved=invited&who=${encodeURIComponent(name)}`) : back(result.message);
  }
  const role = STAFF_ROLES.find((one) => one === form.get('role'));
  if (role === undefined) return back(undefined, [{ path: 'role', message: t('problem.required') }]);
  const { result } = await api.ask(request, params.locale, Change, { id: grant.id, role });
  if (result.__typename === 'RoleGrant') return redirect(`${list}?saved=changed`);
  return back(result.message, result.__typename === 'InvalidInput' ? result.problems : []);
}

/** One role of one person: what it allows, another letter, another role, taking it back with a tick that one is sure. */
export default function RoleRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const texts = useTexts();
  const { t, days } = texts;
  const { grant, key } = loaderData;
  const who = grant.name ?? grant.email;
  const isStaff = grant.role !== 'HEAD_OF_DELEGATION';
  const sure = actionData?.problems.find(({ path }) => path === 'sure');
  const others = STAFF_ROLES.filter((one) => one !== grant.role && (grant.scopeKind !== 'FORUM' || one === 'PROGRAMME_EDITOR' || one === 'VIEWER'));
  return (
    <>
      <h1>{t('console.role.title', { who })}</h1>
      <HouseNav locale={params.locale} here="staff" />
      <div className="narrow start">
        <Summary answer={actionData} names={{ role: t('console.roles.role'), sure: t('console.role.revoke') }} />
        <dl className="pairs">
          <div className="pair"><dt>{t('console.roles.who')}</dt><dd><bdi>{who}</bdi>{grant.name !== null && <> <bdi className="ltr quiet">{grant.email}</bdi></>}</dd></div>
          <div className="pair"><dt>{t('console.roles.role')}</dt><dd><strong>{t(`role.${grant.role}`)}</strong><div className="quiet">{t(`role.may.${grant.role}`)}</div></dd></div>
          <div className="pair"><dt>{t('console.roles.scope')}</dt><dd>{scopeName(texts, grant.scopeKind, grant.scopeTitle)}</dd></div>
          <div className="pair"><dt>{t('console.roles.since')}</dt><dd>{days(grant.createdAt.slice(0, 10))}</dd></div>
          {isStaff && <div className="pair"><dt>{t('console.roles.standing')}</dt><dd><StandingChip standing={grant.standing} /></dd></div>}
        </dl>
        <p><a href={`/${params.locale}/console/audit?who=${encodeURIComponent(grant.email)}`}>{t('console.role.deeds', { who })}</a></p>
        {isStaff && (
          <>
            <form method="post" className="decide" noValidate>
              <h2>{t('console.role.change')}</h2>
              <p>{t('console.role.change-text')}</p>
              <input type="hidden" name="step" value="change" />
              <SelectField name="role" label={t('console.roles.role')} choices={others.map((value) => ({ value, label: t(`role.${value}`) }))} answer={actionData} required />
              <button type="submit">{t('console.role.change-button')}</button>
            </form>
            <form method="post" className="decide">
              <h2>{t('console.role.again')}</h2>
              <p>{t(grant.standing === 'READY' || grant.standing === 'NO_SECOND_FACTOR' ? 'console.role.again-lost' : 'console.role.again-text')}</p>
              <input type="hidden" name="step" value="again" /><input type="hidden" name="key" value={key} />
              <button type="submit" className="second">{t('console.role.again')}</button>
            </form>
          </>
        )}
        {isStaff && <form method="post" className="decide" noValidate>
          <h2>{t('console.role.revoke')}</h2>
          <p>{t('console.role.revoke-text', { who, role: t(`role.${grant.role}`) })} {grant.role === 'OWNER' && t('console.role.revoke-tokens')}</p>
          <input type="hidden" name="step" value="revoke" />
          <div className={sure === undefined ? 'field' : 'field wrong'}>
            {sure !== undefined && <p className="problem" id="f-sure-problem">{sure.message}</p>}
            <label className="choice" htmlFor="f-sure"><input id="f-sure" type="checkbox" name="sure" value="1" aria-invalid={sure === undefined ? undefined : true} aria-describedby={sure === undefined ? undefined : 'f-sure-problem'} /><span>{t('console.role.revoke-sure', { who })}</span></label>
          </div>
          <button type="submit" className="danger">{t('console.role.revoke')}</button>
        </form>}
      </div>
    </>
  );
}
