/** Which contacts a page's address asks for; the same words in the filter of the api. */
export interface ContactFilterQuery {
  readonly search?: string;
  readonly listIds?: string[];
  readonly countries?: string[];
  readonly locales?: string[];
  readonly tags?: string[];
  readonly hasAddress?: boolean;
}

export const FILTER_NAMES = ['q', 'list', 'country', 'language', 'tag', 'address'] as const;

/** The parts of an address that filter, those left open gone. */
export function filterQuery(query: URLSearchParams): [string, string][] {
  return FILTER_NAMES.flatMap((name) => query.getAll(name).map((value): [string, string] => [name, value.trim()])).filter(([, value]) => value !== '');
}

export function contactFilter(query: URLSearchParams): ContactFilterQuery {
  const all = filterQuery(query);
  const of = (name: string): string[] => all.filter(([one]) => one === name).map(([, value]) => value);
  const given = <Key extends keyof ContactFilterQuery>(key: Key, values: string[]): Partial<Record<Key, string[]>> => (values.length === 0 ? {} : { [key]: values } as Record<Key, string[]>);
  const [search] = of('q');
  const [address] = of('address');
  return {
    ...(search === undefined ? {} : { search }), ...given('listIds', of('list')), ...given('countries', of('country')), ...given('locales', of('language')), ...given('tags', of('tag')),
    ...(address === undefined ? {} : { hasAddress: address === 'yes' }),
  };
}
