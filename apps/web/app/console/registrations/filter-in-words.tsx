import { useTexts } from '../../i18n/use-texts.js';
import type { ListQuery } from './list-query.js';

interface Words extends Pick<ListQuery, 'search' | 'states' | 'nationalities' | 'tags'> {
  /** Their titles. */
  readonly categories: readonly string[];
}

/** What a filter of registrations lets through, a line for each part of it; that it is everybody is said aloud. */
export function FilterInWords({ search, states, categories, nationalities, tags }: Words): React.ReactElement {
  const { t, country, list } = useTexts();
  const parts = [
    search === '' ? '' : t('console.bulk.search', { search }), list(states.map((state) => t(`state.registration.${state}`))), list(categories), list(nationalities.map(country)),
    tags.length === 0 ? '' : t('console.bulk.tags', { tags: list(tags) }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? <p className="note wait">{t('console.bulk.everybody')}</p> : <ul>{parts.map((part) => <li key={part}>{part}</li>)}</ul>;
}
