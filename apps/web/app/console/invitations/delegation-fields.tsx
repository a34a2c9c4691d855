import { SelectField, Summary, TextField } from '../../forms/field.js';
import { line } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { bothLanguages, LanguagesField } from '../languages-field.js';

type Text = Record<string, string>;

interface DelegationFieldsProps {
  readonly conference: { readonly locales: readonly string[]; readonly categories: readonly { readonly key: string; readonly title: Text }[] };
  readonly answer: FormAnswer | undefined;
  readonly delegation?: {
    readonly name: Text; readonly organisation: string | null; readonly country: string | null; readonly headName: string | null; readonly headEmail: string | null; readonly note: string | null;
    readonly quotas: readonly { readonly places: number; readonly category: { readonly key: string } }[];
  };
}

/** The fields of a delegation, new or there. */
export function DelegationFields({ conference, answer, delegation }: DelegationFieldsProps): React.ReactElement {
  const { t, own, country } = useTexts();
  const names = {
    'name': t('console.delegations.name'), 'organisation': t('console.delegations.organisation'), 'country': t('console.delegations.country'), 'head.name': t('console.delegations.head.name'),
    'head.email': t('console.delegations.head.email'), 'note': t('console.delegations.note'),
  };
  return (
    <>
      <Summary answer={answer} names={names} />
      <LanguagesField name="name" label={names.name} locales={conference.locales} value={delegation?.name} answer={answer} required />
      <div className="beside">
        <TextField name="organisation" label={names.organisation} value={delegation?.organisation} answer={answer} />
        <SelectField name="country" label={names.country} answer={answer} choices={COUNTRIES.map((code) => ({ value: code, label: country(code) }))} value={delegation?.country} />
      </div>
      <p className="quiet">{t('console.delegations.head.text')}</p>
      <div className="beside">
        <TextField name="head.name" label={names['head.name']} value={delegation?.headName} answer={answer} />
        <TextField name="head.email" type="email" label={names['head.email']} value={delegation?.headEmail} answer={answer} ltr />
      </div>
      <fieldset className="field"><legend>{t('console.delegations.quotas')}</legend>
        <div className="beside">{conference.categories.map((category) => <TextField key={category.key} name={`quota.${category.key}`} type="number" label={own(category.title)} value={String(delegation?.quotas.find((quota) => quota.category.key === category.key)?.places ?? '')} answer={answer} ltr />)}</div>
      </fieldset>
      <TextField name="note" label={names.note} value={delegation?.note} answer={answer} />
    </>
  );
}

/** A delegation as its form describes it. */
export function delegationIn(form: FormData) {
  const [email, name] = [line(form, 'head.email'), line(form, 'head.name')];
  const quotas = [...form.keys()].filter((key) => key.startsWith('quota.')).flatMap((key) => {
    const places = line(form, key);
    return places === null ? [] : [{ category: key.slice('quota.'.length), places: Math.trunc(Number(places)) || 0 }];
  });
  return {
    name: bothLanguages(form, 'name') ?? {}, organisation: line(form, 'organisation'), country: line(form, 'country'), note: line(form, 'note'), quotas,
    head: email === null && name === null ? null : { email: email ?? '', name: name ?? '' },
  };
}
