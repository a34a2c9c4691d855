import { ChoiceField, SelectField, TextField } from '../forms/field.js';
import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { Badge } from './badge.js';
import { COUNTRIES, LANGUAGES } from './choices.js';
import type { DraftData } from './draft.js';
import { readablePhone } from './phone.js';
import { usualOrder } from './usual-order.js';

interface StepProps {
  readonly draft: DraftData;
  readonly answer: FormAnswer | undefined;
}

export function NamesStep({ draft, answer }: StepProps): React.ReactElement {
  const { t, locale } = useTexts();
  const { names } = draft.person;
  return (
    <>
      <p className="lead">{t('web.names.lead')}</p>
      {isUndivided(names) && <p className="note wait">{t('web.names.divide')}</p>}
      <TextField name="names.native" label={t('web.names.native')} hint={t('web.names.native-hint')} value={names.native} answer={answer} />
      <TextField name="names.latinFamily" label={t('web.names.family')} hint={t('web.names.family-hint')} value={names.latinFamily} answer={answer} required ltr autoComplete="family-name" />
      <TextField name="names.latinGiven" label={t('web.names.given')} hint={t('web.names.given-hint')} value={names.latinGiven} answer={answer} ltr autoComplete="given-name" />
      <ChoiceField name="names.order" label={t('web.names.order')} required values={[names.latinFamily !== '' ? names.order : usualOrder(locale)]} answer={answer}
        choices={[{ value: 'GIVEN_FIRST', label: t('web.names.given-first') }, { value: 'FAMILY_FIRST', label: t('web.names.family-first') }]} />
      <TextField name="names.salutation" label={t('web.names.salutation')} hint={t('web.names.salutation-hint')} value={names.salutation} answer={answer} />
      <TextField name="names.badge" label={t('web.names.badge')} hint={t('web.names.badge-hint')} value={names.badge} answer={answer} />
      <Badge draft={draft} answer={answer} />
    </>
  );
}

/** An invitation has the Latin name in one piece, which stands where the family name belongs; nobody but its owner knows how to divide it. */
function isUndivided({ latinFamily, latinGiven }: DraftData['person']['names']): boolean {
  return latinGiven === null && latinFamily.trim().includes(' ');
}

export function ContactStep({ draft, answer }: StepProps): React.ReactElement {
  const { t, locale, country, language } = useTexts();
  const byName = (one: { label: string }, other: { label: string }): number => one.label.localeCompare(other.label, locale);
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort(byName);
  const languages = LANGUAGES.map((tag) => ({ value: tag, label: language(tag) }));
  return (
    <>
      <SelectField name="nationality" label={t('web.field.nationality')} value={draft.person.nationality} choices={countries} answer={answer} required />
      <SelectField name="residence" label={t('web.field.residence')} value={draft.person.residence} choices={countries} answer={answer} required />
      <TextField name="phone" type="tel" label={t('web.field.phone')} hint={t('web.field.phone-hint')} value={draft.phone === null ? null : readablePhone(draft.phone)} answer={answer} ltr autoComplete="tel" />
      <TextField name="organisation" label={t('web.field.organisation')} value={draft.organisation} answer={answer} autoComplete="organization" />
      <TextField name="jobTitle" label={t('web.field.job-title')} value={draft.jobTitle} answer={answer} autoComplete="organization-title" />
      <ChoiceField name="languages" label={t('web.field.languages')} many values={draft.languages} choices={languages} answer={answer} />
      <SelectField name="interpretation" label={t('web.field.interpretation')} hint={t('web.field.interpretation-hint')} value={draft.interpretation} choices={languages} answer={answer} />
      <TextField name="dietaryNeeds" label={t('web.field.dietary')} value={draft.dietaryNeeds} answer={answer} />
      <TextField name="accessNeeds" label={t('web.field.access')} hint={t('web.field.access-hint')} value={draft.accessNeeds} answer={answer} />
    </>
  );
}

export function DocumentStep({ draft, answer }: StepProps): React.ReactElement {
  const { t, locale, country } = useTexts();
  const document = draft.travelDocument;
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  const kinds = (['PASSPORT', 'IDENTITY_CARD', 'TRAVEL_PERMIT', 'OTHER'] as const).map((kind) => ({ value: kind, label: t(`web.document.${kind}`) }));
  return (
    <>
      <p className="lead">{t('web.document.lead')}</p>
      <p>{t('web.document.retention', { days: draft.conference.documentsKeptDays })}</p>
      {document !== null && <p className="note good">{t('web.document.kept', { number: document.maskedNumber })}</p>}
      <ChoiceField name="travelDocument.kind" label={t('web.document.kind')} required values={[document?.kind ?? 'PASSPORT']} choices={kinds} answer={answer} />
      <TextField name="travelDocument.number" label={t('web.document.number')} answer={answer} required={document === null} ltr autoComplete="off" />
      <SelectField name="travelDocument.issuedBy" label={t('web.document.issued-by')} value={document?.issuedBy ?? draft.person.nationality} choices={countries} answer={answer} required />
      <TextField name="travelDocument.expiresOn" type="date" label={t('web.document.expires')} value={document?.expiresOn} answer={answer} ltr />
    </>
  );
}

export function ConsentStep({ draft, answer }: StepProps): React.ReactElement {
  const { t } = useTexts();
  const given = (key: string): string[] => (draft.consents.some((consent) => consent.key === key) ? ['yes'] : []);
  return (
    <>
      <p>{t('web.consent.privacy-text')}</p>
      <ChoiceField name="consents.privacy" many required label={t('web.consent.privacy')} values={given('privacy')} choices={[{ value: 'yes', label: t('web.consent.privacy-yes') }]} answer={answer} />
      <ChoiceField name="consents.photography" many label={t('web.consent.photography')} values={given('photography')} choices={[{ value: 'yes', label: t('web.consent.photography-yes') }]} answer={answer} />
    </>
  );
}
