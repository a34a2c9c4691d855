import { Module } from '@nestjs/common';
import { Countries } from './countries.store.js';
import { People } from './people.js';
import { TravelDocuments } from './travel-documents.js';

const providers = [Countries, People, TravelDocuments];

@Module({ providers, exports: providers })
export class PeopleModule {}
