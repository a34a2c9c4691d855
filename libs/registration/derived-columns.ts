import { searchText, sortName } from '#people';
import type { Person } from '#people';
import type { Registration } from './registration.entity.js';

type Derived = Pick<Registration, 'nationality' | 'sortName' | 'searchText'>;

/** What a registration keeps for lists only: it follows the person, the address, the organisation and the code. */
export function derivedColumns(registration: Pick<Registration, 'email' | 'organisation' | 'code'>, person: Pick<Person, 'nationality' | 'names'> | null): Derived {
  const { email, organisation, code } = registration;
  const names = person?.names;
  return {
    nationality: person?.nationality ?? null,
    sortName: names === undefined ? '' : sortName(names),
    searchText: searchText([names?.native ?? null, names?.latinFamily ?? null, names?.latinGiven ?? null, names?.badge ?? null, organisation, email, code]),
  };
}
