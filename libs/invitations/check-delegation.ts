import type { Category } from '#conferences';
import { parseEmail } from '#identity';
import { localizedTextProblems } from '#kernel';
import type { CategoryId, FieldProblem, LocalizedText } from '#kernel';
import { lineOfText } from '#people';
import type { CountryTable } from '#people';

export interface QuotaInput {
  readonly categoryId: CategoryId;
  readonly places: number;
}

export interface HeadInput {
  readonly email: string;
  readonly name: string;
  /** BCP 47; the conference's first language where absent. */
  readonly locale?: string | null | undefined;
}

/** A delegation as staff describe it: the whole of it, also when it is changed. */
export interface DelegationInput {
  readonly name: LocalizedText;
  /** The organisation or the country whose delegation it is; one of them at least. */
  readonly organisation?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null | undefined;
  readonly head?: HeadInput | null | undefined;
  readonly quotas: readonly QuotaInput[];
  readonly note?: string | null | undefined;
}

const MOST_PLACES = 10_000;

/** What is wrong with a delegation, each part under its field. */
export function delegationProblems(input: DelegationInput, categories: readonly Category[], countries: CountryTable): FieldProblem[] {
  const organisation = lineOfText(input.organisation ?? '');
  const country = countryOf(input);
  const headName = lineOfText(input.head?.name ?? '');
  return [
    ...localizedTextProblems('name', input.name, 'line', true),
    ...(organisation === undefined ? [{ path: 'organisation', code: 'malformed' }] : []),
    ...(organisation === null && country === null ? [{ path: 'organisation', code: 'delegation.whose' }] : []),
    ...(country !== null && !countries.has(country) ? [{ path: 'country', code: 'country.unknown' }] : []),
    ...(input.head != null && parseEmail(input.head.email) === undefined ? [{ path: 'head.email', code: 'email.malformed' }] : []),
    ...(input.head != null && headName === null ? [{ path: 'head.name', code: 'required' }] : []),
    ...(input.head != null && headName === undefined ? [{ path: 'head.name', code: 'malformed' }] : []),
    ...(lineOfText(input.note ?? '', 1000) === undefined ? [{ path: 'note', code: 'malformed' }] : []),
    ...input.quotas.flatMap(({ categoryId, places }, index) => [
      ...(categories.some(({ id }) => id === categoryId) ? [] : [{ path: `quotas.${index}.category`, code: 'unknown' }]),
      ...(input.quotas.findIndex((other) => other.categoryId === categoryId) < index ? [{ path: `quotas.${index}.category`, code: 'key-twice' }] : []),
      ...(places < 0 ? [{ path: `quotas.${index}.places`, code: 'too-small', data: { min: 0 } }] : []),
      ...(places > MOST_PLACES ? [{ path: `quotas.${index}.places`, code: 'too-large', data: { max: MOST_PLACES } }] : []),
    ]),
  ];
}

export function countryOf({ country }: Pick<DelegationInput, 'country'>): string | null {
  const code = country?.trim().toUpperCase() ?? '';
  return code === '' ? null : code;
}
