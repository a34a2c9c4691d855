import { LOCALES } from '#i18n';
import { SelectField, Summary, TextField } from '../../forms/field.js';
import { line } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';

export interface KnownContact {
  readonly address: string | null;
  readonly nativeName: string | null;
  readonly latinName: string | null;
  readonly salutation: string | null;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly country: string | null;
  readonly locale: string | null;
  readonly phone: string | null;
  readonly tags: readonly string[];
}

/** What is typed of a contact, as the api takes it; what is empty is emptied. */
export function contactInput(form: FormData): Omit<KnownContact, 'tags'> & { tags: string[] } {
  return {
    address: line(form, 'address'), nativeName: line(form, 'nativeName'), latinName: line(form, 'latinName'), salutation: line(form, 'salutation'), organisation: line(form, 'organisation'),
    title: line(form, 'title'), country: line(form, 'country'), locale: line(form, 'locale'), phone: line(form, 'phone'),
    tags: (line(form, 'tags') ?? '').split(/[,，;；、]/u).map((tag) => tag.trim()).filter((tag) => tag !== ''),
  };
}

export function ContactForm({ contact, answer, children }: { readonly contact: KnownContact | undefined; readonly answer: FormAnswer | undefined; readonly children?: React.ReactNode }): React.ReactElement {
  const { t, country, language, locale } = useTexts();
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  const names = { address: t('console.contacts.address'), nativeName: t('contacts.meaning.NATIVE_NAME'), latinName: t('contacts.meaning.LATIN_NAME'), country: t('console.field.country'), locale: t('console.contacts.language'), phone: t('contacts.meaning.PHONE') };
  return (
    <form method="post" noValidate>
      <Summary answer={answer} names={names} />
      {children}
      <TextField name="nativeName" label={t('contacts.meaning.NATIVE_NAME')} hint={t('console.contacts.native-hint')} value={contact?.nativeName} answer={answer} />
      <TextField name="latinName" label={t('contacts.meaning.LATIN_NAME')} hint={t('console.contacts.latin-hint')} value={contact?.latinName} answer={answer} ltr />
      <TextField name="address" type="email" label={t('console.contacts.address')} value={contact?.address} answer={answer} ltr />
      <TextField name="salutation" label={t('contacts.meaning.SALUTATION')} value={contact?.salutation} answer={answer} />
      <TextField name="organisation" label={t('contacts.meaning.ORGANISATION')} value={contact?.organisation} answer={answer} />
      <TextField name="title" label={t('contacts.meaning.TITLE')} value={contact?.title} answer={answer} />
      <SelectField name="country" label={t('console.field.country')} choices={countries} value={contact?.country} answer={answer} />
      <TextField name="phone" type="tel" label={t('contacts.meaning.PHONE')} value={contact?.phone} answer={answer} ltr />
      <SelectField name="locale" label={t('console.contacts.language')} choices={LOCALES.map((tag) => ({ value: tag, label: language(tag) }))} value={contact?.locale} answer={answer} />
      <TextField name="tags" label={t('console.contacts.tags')} hint={t('console.contacts.tags-hint')} value={contact?.tags.join(', ')} answer={answer} />
      <button type="submit">{t('console.save')}</button>
    </form>
  );
}
