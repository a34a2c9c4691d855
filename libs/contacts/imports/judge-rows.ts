import { addressKey } from '#kernel';
import type { ContactId, SeriesId } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';
import { Contact } from '../contact.entity.js';
import { detailsOf, matchKey, sameDetails, withDetails } from '../contact-details.js';
import type { ContactDetails } from '../contact-details.js';
import type { RowVerdict } from './contact-import-row.entity.js';

/** A row that could become a contact. */
export interface JudgedRow {
  readonly verdict: Extract<RowVerdict, 'NEW' | 'UPDATED' | 'UNCHANGED'>;
  /** Who it is, where the house knows it already. */
  readonly contact: Contact | null;
  readonly after: ContactDetails;
}

// A contact that was merged stands for the one that took its place; nothing is ever merged into a merged one.
const BY_ADDRESS = `
  SELECT DISTINCT ON (c.address_key) c.address_key AS key, c.merged_into IS NOT NULL AS merged, coalesce(c.merged_into, c.id) AS id
  FROM contact c WHERE c.series_id = $1 AND c.address_key = ANY($2::text[]) ORDER BY c.address_key, c.merged_into IS NOT NULL, c.id`;
const BY_NAME = `
  SELECT DISTINCT ON (c.match_key) c.match_key AS key, c.merged_into IS NOT NULL AS merged, coalesce(c.merged_into, c.id) AS id
  FROM contact c WHERE c.series_id = $1 AND c.match_key = ANY($2::text[]) ORDER BY c.match_key, c.merged_into IS NOT NULL, c.address_key IS NOT NULL, c.id`;

interface Known {
  readonly key: string;
  readonly merged: boolean;
  readonly id: ContactId;
}

/** By what a row is known again: its address, or without one its name and organisation. */
export function keyOf(details: ContactDetails): string {
  return details.address === null ? `name ${matchKey(details)}` : addressKey(details.address);
}

/**
 * What rows would do to the contacts of a series now. With `lock`, the contacts they concern are kept from others until
 * the commit. An address of a merged contact changes nothing: a person decided who that is.
 */
export async function judgeRows(em: EntityManager, seriesId: SeriesId, rows: readonly ContactDetails[], lock: boolean): Promise<readonly JudgedRow[]> {
  const known = await knownBy(em, seriesId, rows);
  const ids = [...new Set([...known.values()].map(({ id }) => id))].sort();
  const contacts = new Map((await contactsOf(em, ids, lock)).map((contact) => [contact.id, contact]));
  return rows.map((said) => {
    const match = known.get(keyOf(said));
    const contact = match === undefined ? undefined : contacts.get(match.id);
    if (match === undefined || contact === undefined) return { verdict: 'NEW', contact: null, after: said };
    const before = detailsOf(contact);
    if (match.merged) return { verdict: 'UNCHANGED', contact, after: before };
    // The address that is kept is the one that was known: it is the same mailbox, however it was spelled this time.
    const after = withDetails(before, { ...said, address: before.address ?? said.address });
    return { verdict: sameDetails(before, after) ? 'UNCHANGED' : 'UPDATED', contact, after };
  });
}

async function knownBy(em: EntityManager, seriesId: SeriesId, rows: readonly ContactDetails[]): Promise<ReadonlyMap<string, Known>> {
  const addresses = rows.filter(({ address }) => address !== null).map(keyOf);
  const names = rows.filter(({ address }) => address === null).map(matchKey);
  const byAddress = addresses.length === 0 ? [] : await rowsOf<Known>(em, BY_ADDRESS, [seriesId, addresses]);
  const byName = names.length === 0 ? [] : await rowsOf<Known>(em, BY_NAME, [seriesId, names]);
  return new Map([...byAddress.map((row) => [row.key, row] as const), ...byName.map((row) => [`name ${row.key}`, row] as const)]);
}

async function contactsOf(em: EntityManager, ids: readonly ContactId[], lock: boolean): Promise<readonly Contact[]> {
  if (ids.length === 0) return [];
  const query = em.createQueryBuilder(Contact, 'c').where('c.id = ANY(:ids)', { ids }).orderBy('c.id');
  return (lock ? query.setLock('pessimistic_write') : query).getMany();
}
