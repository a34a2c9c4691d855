import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { CHOSEN_COLUMNS, COLUMNS, isFiltered, PAGES, SORTS, STATES } from './list-query.js';
import type { ListQuery } from './list-query.js';

interface FilterFormProps {
  readonly query: ListQuery;
  readonly categories: readonly { readonly key: string; readonly title: Record<string, string> }[];
  readonly base: string;
  /** Those in use in the conference. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
}

/** What the list is limited by; all of it stands in the address, so that it can be passed on. */
export function FilterForm({ query, categories, base, tags }: FilterFormProps): React.ReactElement {
  const { t, own, country, locale, number } = useTexts();
  const countries = COUNTRIES.map((code) => ({ code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <form method="get" className="filters" role="search">
      <div className="field"><label htmlFor="q">{t('console.registrations.search')}</label><input id="q" name="q" type="search" defaultValue={query.search} dir="auto" /></div>
      {categories.length > 1 && (
        <div className="field">
          <label htmlFor="category">{t('console.registrations.category')}</label>
          <select id="category" name="category" defaultValue={query.categories[0] ?? ''}>
            <option value="">{t('console.registrations.any-category')}</option>
            {categories.map((one) => <option key={one.key} value={one.key}>{own(one.title)}</option>)}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="nationality">{t('web.field.nationality')}</label>
        <select id="nationality" name="nationality" defaultValue={query.nationalities[0] ?? ''}>
          <option value="">{t('console.registrations.any-nationality')}</option>
          {countries.map(({ code, label }) => <option key={code} value={code}>{label}</option>)}
        </select>
      </div>
      {tags.length > 0 && (
        <div className="field">
          <label htmlFor="tag">{t('console.tags')}</label>
          <select id="tag" name="tag" defaultValue={query.tags[0] ?? ''}>
            <option value="">{t('console.tags.any')}</option>
            {tags.map(({ tag, count }) => <option key={tag} value={tag}>{t('console.tags.option', { tag, shown: number(count) })}</option>)}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="sort">{t('console.registrations.sort')}</label>
        <select id="sort" name="sort" defaultValue={query.sort}>{SORTS.map((one) => <option key={one} value={one}>{t(`console.registrations.sort.${one}`)}</option>)}</select>
      </div>
      {/* More than one, from a kept view or a link: they stay until others are chosen. */}
      {query.categories.slice(1).map((key) => <input key={key} type="hidden" name="category" value={key} />)}
      {query.tags.slice(1).map((tag) => <input key={tag} type="hidden" name="tag" value={tag} />)}
      {query.nationalities.slice(1).map((code) => <input key={code} type="hidden" name="nationality" value={code} />)}
      <fieldset className="field states">
        <legend>{t('console.registrations.states')}</legend>
        {STATES.map((state) => <label key={state} className="choice"><input type="checkbox" name="state" value={state} defaultChecked={query.states.includes(state)} /><span>{t(`state.registration.${state}`)}</span></label>)}
      </fieldset>
      <details className="shown">
        <summary>{t('console.columns.title')}</summary>
        <div className="field">
          <label htmlFor="show">{t('console.registrations.show')}</label>
          <select id="show" name="show" defaultValue={query.show}>{PAGES.map((one) => <option key={one} value={one}>{number(one)}</option>)}</select>
        </div>
        <fieldset className="field states">
          <legend>{t('console.columns')}</legend>
          <input type="hidden" name="column" value={CHOSEN_COLUMNS} />
          {COLUMNS.map((column) => <label key={column} className="choice"><input type="checkbox" name="column" value={column} defaultChecked={query.columns.includes(column)} /><span>{t(`console.columns.${column}`)}</span></label>)}
        </fieldset>
      </details>
      <button className="second" type="submit">{t('web.search')}</button>
      {isFiltered(query) && <a className="button second" href={base}>{t('console.filter.clear')}</a>}
    </form>
  );
}
