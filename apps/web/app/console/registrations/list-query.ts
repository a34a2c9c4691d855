import type { graphql } from '../../api/graphql.js';

type RegistrationState = ReturnType<typeof graphql.scalar<'RegistrationState'>>;

export const SORTS = ['NEWEST', 'OLDEST', 'NAME'] as const;
export const STATES = ['IN_REVIEW', 'CONFIRMED', 'WAITLISTED', 'DRAFT', 'DECLINED', 'CANCELLED', 'WITHDRAWN'] as const satisfies readonly RegistrationState[];
/** What a row may say beside the name and the state. */
export const COLUMNS = ['CATEGORY', 'NATIONALITY', 'ORGANISATION', 'EMAIL', 'TAGS', 'SUBMITTED'] as const satisfies readonly ReturnType<typeof graphql.scalar<'RegistrationColumn'>>[];
export type Column = (typeof COLUMNS)[number];
/** Stands in the address where columns were chosen, so that choosing none of them is not the same as not choosing. */
export const CHOSEN_COLUMNS = 'NAME';

/** How many rows a page shows; the first where nothing is asked. */
export const PAGES = [50, 100, 200] as const;

/** Which registrations a page's address asks for. */
export interface ListQuery {
  readonly search: string;
  readonly states: readonly (typeof STATES)[number][];
  readonly categories: readonly string[];
  readonly nationalities: readonly string[];
  readonly tags: readonly string[];
  /** Those that are shown. */
  readonly columns: readonly Column[];
  readonly sort: (typeof SORTS)[number];
  readonly show: (typeof PAGES)[number];
}

/** What is no filter of ours is passed over. */
export function queryIn(asked: URLSearchParams): ListQuery {
  const some = (name: string): string[] => [...new Set(asked.getAll(name).map((one) => one.trim()).filter((one) => one !== ''))];
  return {
    search: asked.get('q')?.trim() ?? '',
    states: STATES.filter((state) => some('state').includes(state)),
    categories: some('category'),
    nationalities: some('nationality').filter((code) => /^[A-Za-z]{2}$/.test(code)).map((code) => code.toUpperCase()),
    tags: some('tag'),
    columns: asked.has('column') ? COLUMNS.filter((column) => some('column').includes(column)) : COLUMNS,
    sort: SORTS.find((one) => one === asked.get('sort')) ?? 'NEWEST',
    show: PAGES.find((one) => String(one) === asked.get('show')) ?? PAGES[0],
  };
}

/** The same as an address, in one spelling. */
export function addressOf({ search, states, categories, nationalities, tags, columns, sort, show }: ListQuery): URLSearchParams {
  return new URLSearchParams([
    ...(search === '' ? [] : [['q', search]]), ...states.map((state) => ['state', state]), ...categories.map((key) => ['category', key]), ...nationalities.map((code) => ['nationality', code]),
    ...tags.map((tag) => ['tag', tag]), ...(columns.length === COLUMNS.length ? [] : [CHOSEN_COLUMNS, ...columns].map((column) => ['column', column])),
    ...(sort === 'NEWEST' ? [] : [['sort', sort]]), ...(show === PAGES[0] ? [] : [['show', String(show)]]),
  ]);
}

/** The same with the place of one of its rows: `at` is the row's cursor, `after` that of the page which shows it. */
export function placeOf(query: ListQuery, at: string, after: string | null): URLSearchParams {
  return new URLSearchParams([...addressOf(query), ['at', at], ...(after === null ? [] : [['after', after]])]);
}

/** As the api takes it: what is empty limits nothing. */
export function filterOf({ search, states, categories, nationalities, tags }: ListQuery) {
  return {
    ...(search === '' ? {} : { search }), ...(states.length === 0 ? {} : { states: [...states] }), ...(categories.length === 0 ? {} : { categories: [...categories] }),
    ...(nationalities.length === 0 ? {} : { nationalities: [...nationalities] }), ...(tags.length === 0 ? {} : { tags: [...tags] }),
  };
}

export function isFiltered(query: ListQuery): boolean {
  return Object.keys(filterOf(query)).length > 0;
}
