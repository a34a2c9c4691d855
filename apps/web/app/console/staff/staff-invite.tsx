import { CONSOLE_LOCALES } from '#i18n';
import { data, redirect } from 'react-router';
import type { Route } from './+types/staff-invite.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { SelectField, Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseNav } from '../house-nav.js';
import { RoleFields, RolesExplained } from './role-fields.js';
import { scopeChoices, scopeIn, ScopesToChoose, STAFF_ROLES } from './scopes.js';

const Invite = graphql(`
  mutation InviteStaff($input: InviteStaffInput!, $key: String) {
    result: inviteStaff(input: $input, idempotencyKey: $key) { __typename ... on StaffInvited { grant { id } } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const scopes = scopeChoices(await context.get(apiContext).ask(request, params.locale, ScopesToChoose, {}), textsFor(params.locale));
  if (scopes.length === 0) throw new Response(null, { status: 403 });
  return { scopes, scope: new URL(request.url).searchParams.get('scope') ?? undefined, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { t } = textsFor(params.locale);
  const [role, scope] = [STAFF_ROLES.find((one) => one === form.get('role')), scopeIn(line(form, 'scope'))];
  const back = (message: string | undefined, problems: readonly { path: string; message: string }[]) => data({ message, problems, values: typedIn(form) }, { status: 422 });
  const [name, email] = [line(form, 'name'), line(form, 'email')];
  const missing = Object.entries({ name, email, role: role ?? null, scope: scope ?? null }).filter(([, value]) => value === null).map(([path]) => ({ path, message: t('problem.required') }));
  if (role === undefined || scope === undefined || missing.length > 0) return back(undefined, missing);
  const input = { email: email ?? '', name: name ?? '', role, scope, locale: line(form, 'locale') };
  const { result } = await context.get(apiContext).ask(request, params.locale, Invite, { input, key: line(form, 'key') });
  if (result.__typename === 'StaffInvited') return redirect(`/${params.locale}/console/staff?saved=invited&who=${encodeURIComponent(input.name)}`);
  return back(result.message, result.__typename === 'InvalidInput' ? result.problems : []);
}

/** Gives somebody a first role, and sends the letter by which they sign in. */
export default function StaffInvite({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, language } = useTexts();
  const { scopes, scope, key } = loaderData;
  const names = { name: t('console.roles.invite.name'), email: t('console.roles.invite.email'), role: t('console.roles.role'), scope: t('console.roles.scope'), locale: t('console.roles.invite.locale') };
  return (
    <>
      <h1>{t('console.roles.invite.title')}</h1>
      <HouseNav locale={params.locale} here="staff" />
      <div className="narrow start">
        <p className="lead">{t('console.roles.invite.lead')}</p>
        <form method="post" noValidate>
          <Summary answer={actionData} names={names} />
          <input type="hidden" name="key" value={key} />
          <TextField name="name" label={names.name} autoComplete="off" answer={actionData} required />
          <TextField name="email" type="email" label={names.email} autoComplete="off" answer={actionData} required ltr />
          <RoleFields scopes={scopes} answer={actionData} scope={scope} />
          <SelectField name="locale" label={names.locale} value={params.locale} choices={CONSOLE_LOCALES.map((value) => ({ value, label: language(value) }))} answer={actionData} required />
          <button type="submit">{t('console.roles.invite.send')}</button>
        </form>
        <h2>{t('console.roles.role')}</h2>
        <RolesExplained />
      </div>
    </>
  );
}
