import { SelectField, Summary, TextField } from '../forms/field.js';
import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';

interface MemberFormProps {
  readonly categories: readonly { readonly value: string; readonly label: string }[];
  readonly answer: FormAnswer | undefined;
}

/** Invites a member, who then registers for themselves. */
export function InviteForm({ categories, locales, answer }: MemberFormProps & { readonly locales: readonly string[] }): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <form method="post" noValidate>
      <p className="quiet">{t('delegation.invite.text')}</p>
      <Summary answer={answer} names={{ name: t('delegation.name'), email: t('delegation.email'), category: t('delegation.category') }} />
      <TextField name="name" label={t('delegation.name')} answer={answer} required autoComplete="off" />
      <TextField name="email" type="email" label={t('delegation.email')} answer={answer} required ltr autoComplete="off" />
      <SelectField name="category" label={t('delegation.category')} answer={answer} required choices={categories} value={categories[0]?.value} />
      <SelectField name="locale" label={t('delegation.language')} answer={answer} required choices={locales.map((tag) => ({ value: tag, label: language(tag) }))} value={locales[0]} />
      <button type="submit" name="do" value="invite">{t('delegation.invite.send')}</button>
    </form>
  );
}

/** Begins a member's registration, which the head fills in. */
export function RegisterForm({ categories, conferenceId, answer }: MemberFormProps & { readonly conferenceId: string }): React.ReactElement {
  const { t } = useTexts();
  return (
    <form method="post" noValidate>
      <p className="quiet">{t('delegation.register.text')}</p>
      <Summary answer={answer} names={{ email: t('delegation.register.email'), category: t('delegation.category') }} />
      <input type="hidden" name="conference" value={conferenceId} />
      <TextField name="email" type="email" label={t('delegation.register.email')} answer={answer} ltr autoComplete="off" />
      <SelectField name="category" label={t('delegation.category')} answer={answer} required choices={categories} value={categories[0]?.value} />
      <button type="submit" name="do" value="register">{t('delegation.register.go')}</button>
    </form>
  );
}
