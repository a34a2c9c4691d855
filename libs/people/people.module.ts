import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { Countries } from './countries.store.js';
import { OverrideCountry } from './override-country.js';
import { People } from './people.js';
import { TravelDocuments } from './travel-documents.js';

const doors = [Countries, OverrideCountry, People, TravelDocuments];

@Module({ imports: [IdentityModule], providers: doors, exports: doors })
export class PeopleModule {}
