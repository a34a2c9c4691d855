import type { FormAnswer } from '../../forms/problems.js';
import { SelectField } from '../../forms/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import { STAFF_ROLES } from './scopes.js';

/** Role and place, with what each role may do written out below them. */
export function RoleFields({ scopes, answer, role, scope }: { readonly scopes: readonly { value: string; label: string }[]; readonly answer: FormAnswer | undefined; readonly role?: string | undefined; readonly scope?: string | undefined }): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <SelectField name="role" label={t('console.roles.role')} value={role} choices={STAFF_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} answer={answer} required />
      <SelectField name="scope" label={t('console.roles.scope')} value={scope ?? (scopes.length === 1 ? scopes[0]?.value : undefined)} choices={scopes} answer={answer} required />
    </>
  );
}

/** What each role may do. */
export function RolesExplained(): React.ReactElement {
  const { t } = useTexts();
  return <dl className="pairs">{STAFF_ROLES.map((role) => <div key={role} className="pair"><dt>{t(`role.${role}`)}</dt><dd>{t(`role.may.${role}`)}</dd></div>)}</dl>;
}
