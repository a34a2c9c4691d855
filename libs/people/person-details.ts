import type { FieldProblem, PersonId } from '#kernel';
import { checkNames } from './check-names.js';
import type { NamesInput } from './check-names.js';
import type { CountryTable } from './countries.js';
import type { PersonNames } from './names.js';
import type { Person } from './person.entity.js';

/** What someone typed about a person; absent fields stay, null empties. */
export interface PersonInput {
  readonly names?: NamesInput | null | undefined;
  readonly nationality?: string | null | undefined;
  readonly residence?: string | null | undefined;
}

/** What of a person is to be written, checked; absent fields stay. */
export interface PersonChanges {
  readonly names?: PersonNames;
  readonly nationality?: string | null;
  readonly residence?: string | null;
}

/** A new person: names are what makes one. */
export interface NewPerson extends PersonChanges {
  readonly names: PersonNames;
}

/** Checks what is there, each problem under its path in the input; `names` may be absent, but not emptied. */
export function checkPerson(input: PersonInput, countries: CountryTable): PersonChanges | readonly FieldProblem[] {
  const names = input.names === undefined ? undefined : input.names === null ? [{ path: 'names', code: 'required' }] : checkNames(input.names);
  const nationality = country(input.nationality, 'nationality', countries);
  const residence = country(input.residence, 'residence', countries);
  const problems = [names, nationality, residence].flatMap((part) => (isProblems(part) ? part : []));
  if (problems.length > 0) return problems;
  return {
    ...(names === undefined || isProblems(names) ? {} : { names }),
    ...(nationality === undefined || isProblems(nationality) ? {} : { nationality }),
    ...(residence === undefined || isProblems(residence) ? {} : { residence }),
  };
}

/** Whether a check ended in problems. */
export function isProblems(value: unknown): value is readonly FieldProblem[] {
  return Array.isArray(value);
}

/** The columns of a person that changes are written to. */
export function columnsOf(changes: PersonChanges): Partial<Person> & { id?: PersonId } {
  const { names, nationality, residence } = changes;
  return {
    ...(names === undefined ? {} : {
      nativeName: names.native,
      latinFamily: names.latinFamily,
      latinGiven: names.latinGiven,
      nameOrder: names.order,
      salutation: names.salutation,
      badgeName: names.badge,
    }),
    ...(nationality === undefined ? {} : { nationality }),
    ...(residence === undefined ? {} : { residence }),
  };
}

function country(code: string | null | undefined, path: string, countries: CountryTable): string | null | undefined | readonly FieldProblem[] {
  if (code === undefined || code === null) return code;
  const tidied = code.trim().toUpperCase();
  if (tidied === '') return null;
  return countries.has(tidied) ? tidied : [{ path, code: 'country.unknown' }];
}
