import type { ContactFilter } from '#contacts';
import { isId } from '#kernel';
import type { ContactListId } from '#kernel';
import type { ContactFilter as ContactFilterInput } from '../graphql/schema.gen.js';

/** The filter of the schema as contacts know it; an id that is none lets nobody through. */
export function toContactFilter(input: ContactFilterInput | null | undefined): ContactFilter {
  const { listIds, countries, locales, organisations, tags, search, hasAddress } = input ?? {};
  return {
    listIds: listIds?.filter(isId) as ContactListId[] | undefined ?? undefined, countries: countries ?? undefined, locales: locales ?? undefined,
    organisations: organisations ?? undefined, tags: tags ?? undefined, search: search ?? undefined, hasAddress: hasAddress ?? undefined,
  };
}
