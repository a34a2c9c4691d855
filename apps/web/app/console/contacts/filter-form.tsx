import { useTexts } from '../../i18n/use-texts.js';

interface Facet {
  readonly value: string;
  readonly count: number;
}

interface FilterFormProps {
  readonly chosen: readonly (readonly [string, string])[];
  readonly facets: { readonly countries: readonly Facet[]; readonly locales: readonly Facet[]; readonly tags: readonly Facet[] };
  readonly lists: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly base: string;
}

/** The filters of the contacts; what is chosen stands in the page's address. */
export function FilterForm({ chosen, facets, lists, base }: FilterFormProps): React.ReactElement {
  const { t, country, language } = useTexts();
  const valueOf = (name: string): string => chosen.find(([one]) => one === name)?.[1] ?? '';
  const select = (name: string, label: string, any: string, options: readonly { value: string; label: string }[]): React.ReactElement => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={valueOf(name)}><option value="">{any}</option>{options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>
    </div>
  );
  const option = (name: string, count: number): string => t('console.contacts.option', { name, count });
  return (
    <form method="get" className="filters" role="search">
      <div className="field"><label htmlFor="q">{t('console.contacts.search')}</label><input id="q" name="q" type="search" defaultValue={valueOf('q')} dir="auto" /></div>
      {lists.length > 0 && select('list', t('console.contacts.list'), t('console.contacts.any-list'), lists.map(({ id, name, size }) => ({ value: id, label: option(name, size) })))}
      {facets.countries.length > 0 && select('country', t('console.field.country'), t('console.contacts.any-country'), facets.countries.map(({ value, count }) => ({ value, label: option(country(value), count) })))}
      {facets.locales.length > 0 && select('language', t('console.contacts.language'), t('console.contacts.any-language'), facets.locales.map(({ value, count }) => ({ value, label: option(language(value), count) })))}
      {facets.tags.length > 0 && select('tag', t('console.contacts.tag'), t('console.contacts.any-tag'), facets.tags.map(({ value, count }) => ({ value, label: option(value, count) })))}
      {select('address', t('console.contacts.address'), t('console.contacts.any-address'), [{ value: 'yes', label: t('console.contacts.with-address') }, { value: 'no', label: t('console.contacts.without-address') }])}
      <button className="second" type="submit">{t('web.search')}</button>
      {chosen.length > 0 && <a className="button second" href={base}>{t('console.filter.clear')}</a>}
    </form>
  );
}
