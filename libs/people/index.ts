import { CountryOverrideRow } from './country-override.entity.js';
import { PersonAccount } from './person-account.entity.js';
import { Person } from './person.entity.js';
import { TravelDocument } from './travel-document.entity.js';

export * from './check-names.js';
export * from './check-travel-document.js';
export * from './countries.js';
export * from './countries.store.js';
export * from './country-override.entity.js';
export * from './line-of-text.js';
export * from './names.js';
export * from './override-country.js';
export * from './people.js';
export * from './people.module.js';
export * from './person-account.entity.js';
export * from './person-details.js';
export * from './person.entity.js';
export * from './phone.js';
export * from './same-name.js';
export * from './search-text.js';
export * from './travel-document.entity.js';
export * from './travel-documents.js';

export const peopleEntities = [Person, PersonAccount, TravelDocument, CountryOverrideRow];
