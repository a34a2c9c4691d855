import { searchAscii, searchWords } from '#kernel';

export { searchText } from '#kernel';

interface LatinName {
  readonly latinFamily: string;
  readonly latinGiven: string | null;
}

const joined = (text: string): string => searchWords(text).join('');

/** The Latin name by which two registrations are of the same person: forms mix family and given name up, so their order does not count. */
export function latinKey(names: LatinName): string {
  return [joined(names.latinFamily), joined(names.latinGiven ?? '')].sort().join(' ').trim();
}

/** The native name likewise; empty where none was given. */
export function nativeKey(names: { readonly native: string | null }): string {
  return joined(names.native ?? '');
}

/** The key by which lists are sorted by name: family first, as in a register. */
export function sortName(names: LatinName): string {
  return searchWords(`${names.latinFamily} ${names.latinGiven ?? ''}`).map(searchAscii).join(' ');
}
