import type { ContactListId, SeriesId } from '#kernel';
import { searchConditions } from '#kernel';
import { organisationKey } from './contact-details.js';

/** Which contacts of a series: all given parts must hold, each list by any of its members. An empty list lets nobody through. */
export interface ContactFilter {
  readonly listIds?: readonly ContactListId[] | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[] | undefined;
  /** BCP 47. */
  readonly locales?: readonly string[] | undefined;
  /** However they are capitalised or punctuated. */
  readonly organisations?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Words of names, addresses and organisations, in any script and order. */
  readonly search?: string | undefined;
  readonly hasAddress?: boolean | undefined;
}

/**
 * The filter as a condition in SQL over rows named `contact`, of one series, without those that were merged into others.
 * Its values are added to `parameters`, so that a caller can join conditions of its own under one statement.
 */
export function contactsWhere(seriesId: SeriesId, filter: ContactFilter, parameters: unknown[]): string {
  const value = (given: unknown): string => `$${parameters.push(given)}`;
  const conditions = [`contact.series_id = ${value(seriesId)}`, 'contact.merged_into IS NULL'];
  const { listIds, countries, locales, organisations, tags, search, hasAddress } = filter;
  if (listIds !== undefined) {
    conditions.push(`EXISTS (SELECT 1 FROM contact_list_member m WHERE m.contact_id = contact.id AND m.list_id = ANY(${value(listIds)}::uuid[]))`);
  }
  if (countries !== undefined) conditions.push(`contact.country = ANY(${value(countries)}::text[])`);
  if (locales !== undefined) conditions.push(`contact.locale = ANY(${value(locales)}::text[])`);
  if (organisations !== undefined) conditions.push(`contact.organisation_key = ANY(${value(organisations.map(organisationKey))}::text[])`);
  if (tags !== undefined) conditions.push(`contact.tags && ${value(tags)}::text[]`);
  if (hasAddress !== undefined) conditions.push(`contact.address_key IS ${hasAddress ? 'NOT NULL' : 'NULL'}`);
  conditions.push(...searchConditions('contact.search_text', search, value));
  return conditions.join(' AND ');
}
