import { addressKey, searchText, searchWords, searchAscii } from '#kernel';
import type { Contact } from './contact.entity.js';
import { latinKeys, nativeKeys } from './normalise/name-keys.js';

/** What is known of a contact, normalised: what staff see, edit and import. */
export type ContactDetails = Pick<Contact,
  'address' | 'nativeName' | 'latinName' | 'salutation' | 'organisation' | 'title' | 'country' | 'locale' | 'phone' | 'tags' | 'extra'>;

export const NO_DETAILS: ContactDetails = {
  address: null, nativeName: null, latinName: null, salutation: null, organisation: null, title: null, country: null, locale: null, phone: null, tags: [], extra: {},
};

/** The parts that hold one text. */
export const textParts = ['address', 'nativeName', 'latinName', 'salutation', 'organisation', 'title', 'country', 'locale', 'phone'] as const;
export type TextPart = (typeof textParts)[number];

export type DerivedColumns = Pick<Contact, 'addressKey' | 'organisationKey' | 'matchKey' | 'nameKeys' | 'searchText' | 'sortName'>;

/** An organisation as it is compared: case, width, marks and punctuation do not matter. */
export function organisationKey(organisation: string | null): string {
  return organisation === null ? '' : searchWords(organisation).join(' ');
}

/** By which a row without an address is known again: name and organisation. */
export function matchKey({ nativeName, latinName, organisation }: Pick<ContactDetails, 'nativeName' | 'latinName' | 'organisation'>): string {
  const letters = (text: string | null): string => (text === null ? '' : searchWords(text).join(''));
  return `${letters(nativeName)}|${letters(latinName)}|${organisationKey(organisation)}`;
}

/** The columns that follow from the details; written with them, always. */
export function derivedColumns(details: ContactDetails): DerivedColumns {
  const { address, nativeName, latinName, organisation, title } = details;
  const native = nativeKeys(nativeName);
  // A Chinese name is found and sorted by its pinyin.
  const reading = native[1];
  return {
    addressKey: address === null ? null : addressKey(address),
    organisationKey: organisationKey(organisation),
    matchKey: matchKey(details),
    nameKeys: [...new Set([...native, ...latinKeys(latinName)])],
    searchText: searchText([nativeName, latinName, address, organisation, title, reading ?? null]),
    sortName: searchWords(latinName ?? reading ?? nativeName ?? address ?? '').map(searchAscii).join(' '),
  };
}

/** Whether two sets of details say the same. */
export function sameDetails(a: ContactDetails, b: ContactDetails): boolean {
  return textParts.every((part) => a[part] === b[part]) && sameTags(a.tags, b.tags) && sameExtra(a.extra, b.extra);
}

export function sameTags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag, at) => tag === b[at]);
}

export function sameExtra(a: ContactDetails['extra'], b: ContactDetails['extra']): boolean {
  const [one, other] = [Object.entries(a), Object.entries(b)];
  return one.length === other.length && one.every(([key, value]) => b[key] === value);
}

/** What is known once a source adds what it says: its words take the place of others, its silence of none; tags are added. */
export function withDetails(known: ContactDetails, said: ContactDetails): ContactDetails {
  const texts = Object.fromEntries(textParts.map((part) => [part, said[part] ?? known[part]])) as Pick<ContactDetails, TextPart>;
  return { ...texts, tags: [...new Set([...known.tags, ...said.tags])], extra: { ...known.extra, ...said.extra } };
}

export function detailsOf(contact: ContactDetails): ContactDetails {
  const texts = Object.fromEntries(textParts.map((part) => [part, contact[part]])) as Pick<ContactDetails, TextPart>;
  return { ...texts, tags: contact.tags, extra: contact.extra };
}
