import { ChoiceField, SelectField, TextField } from '../../forms/field.js';
import { chosen, line } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { bothLanguages, LanguagesField } from '../languages-field.js';
import { StopsField, stopsIn } from './stops.js';
import type { StopValue } from './stops.js';

type Text = Readonly<Record<string, string>> | null;
const RULES = ['ANY', 'ONLY', 'EXCEPT'] as const;
const NEEDS = ['TRAVEL_DOCUMENT', 'BIRTH_DATE', 'PHONE'] as const;

export interface VisitValue {
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly description: Text;
  readonly whatToBring: Text;
  readonly stops: readonly StopValue[];
  readonly categories: readonly { readonly id: string }[];
  readonly nationalityRule: (typeof RULES)[number];
  readonly nationalities: readonly string[];
  readonly minimumAge: number | null;
  readonly identityNeeds: readonly (typeof NEEDS)[number][];
  readonly identityHours: number;
  readonly mostCompanions: number;
}

interface VisitFieldsProps {
  readonly visit?: VisitValue;
  readonly conference: { readonly locales: readonly string[]; readonly categories: readonly { readonly id: string; readonly title: Record<string, string> }[] };
  readonly answer: FormAnswer | undefined;
}

/** What a visit is: words, route, and the rules of its site. */
export function VisitFields({ visit, conference: { locales, categories }, answer }: VisitFieldsProps): React.ReactElement {
  const { t, own } = useTexts();
  const shared = { locales, answer };
  return (
    <>
      <LanguagesField name="title" label={t('console.field.title')} value={visit?.title} required {...shared} />
      <TextField name="slug" label={t('console.field.slug')} hint={t('console.field.slug-hint-part', { example: 'guild-hall' })} value={visit?.slug} answer={answer} required ltr />
      <LanguagesField name="description" label={t('console.field.description')} value={visit?.description} lines={3} {...shared} />
      <LanguagesField name="whatToBring" label={t('web.visits.bring')} value={visit?.whatToBring} {...shared} />
      <StopsField stops={visit?.stops ?? []} locales={locales} answer={answer} />
      <h3>{t('console.visit.rules')}</h3>
      <ChoiceField name="categoryIds" many label={t('console.visit.categories')} hint={t('console.visit.categories-hint')} values={visit?.categories.map(({ id }) => id)} choices={categories.map((category) => ({ value: category.id, label: own(category.title) }))} answer={answer} />
      <SelectField name="nationalityRule" label={t('console.visit.nationality')} required value={visit?.nationalityRule ?? 'ANY'} choices={RULES.map((rule) => ({ value: rule, label: t(`console.visit.nationality.${rule}`) }))} answer={answer} />
      <TextField name="nationalities" label={t('console.visit.nationalities')} hint={t('console.visit.nationalities-hint')} value={visit?.nationalities.join(', ')} answer={answer} ltr />
      <TextField name="minimumAge" type="number" label={t('console.visit.age')} value={visit?.minimumAge?.toString()} answer={answer} />
      <ChoiceField name="identityNeeds" many label={t('console.visit.needs')} values={visit?.identityNeeds} choices={NEEDS.map((need) => ({ value: need, label: t(`console.visit.needs.${need}`) }))} answer={answer} />
      <TextField name="identityHours" type="number" label={t('console.visit.hours')} hint={t('console.visit.hours-hint')} value={visit?.identityHours.toString()} answer={answer} />
      <TextField name="mostCompanions" type="number" label={t('console.visit.companions')} value={visit?.mostCompanions.toString()} answer={answer} />
    </>
  );
}

/** A visit as a form says it, for createVisit and updateVisit alike. */
export function visitIn(form: FormData) {
  const number = (name: string): number | null => { const text = line(form, name); return text === null ? null : Number(text); };
  const stops = stopsIn(form);
  return {
    stops,
    input: {
      slug: line(form, 'slug') ?? '', title: bothLanguages(form, 'title') ?? {}, description: bothLanguages(form, 'description'), whatToBring: bothLanguages(form, 'whatToBring'),
      stops: stops.map(({ name, afterMinutes, stayMinutes }) => ({ name, afterMinutes, stayMinutes })),
      categoryIds: chosen(form, 'categoryIds'), nationalityRule: RULES.find((rule) => rule === form.get('nationalityRule')) ?? 'ANY', nationalities: codesIn(line(form, 'nationalities')),
      minimumAge: number('minimumAge'), identityNeeds: NEEDS.filter((need) => chosen(form, 'identityNeeds').includes(need)), identityHours: number('identityHours') ?? 0, mostCompanions: number('mostCompanions') ?? 0,
    },
  };
}

/** Codes of countries as staff type them: kz, UZ. */
function codesIn(text: string | null): string[] {
  return (text ?? '').toUpperCase().split(/[\s,，、]+/).filter((code) => code !== '');
}
