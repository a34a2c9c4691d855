import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { CountriesResolver } from './countries.resolver.js';
import { PeopleLoaders } from './people.loaders.js';
import { AccountPersonsResolver, PersonNamesResolver } from './people.resolver.js';

@Module({ imports: [PeopleModule], providers: [PeopleLoaders, PersonNamesResolver, AccountPersonsResolver, CountriesResolver] })
export class PeopleApiModule {}
