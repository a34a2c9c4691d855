import { IdentityModule } from '#identity';
import { PlacesModule } from '#places';
import { Module } from '@nestjs/common';
import { Categories } from './categories.js';
import { CategoryWriter } from './category-writer.js';
import { CloneConference } from './clone-conference.js';
import { CloneParts } from './clone-parts.js';
import { ConferenceList } from './conference-list.js';
import { Conferences } from './conferences.js';
import { CreateConference } from './create-conference.js';
import { CreateSeries } from './create-series.js';
import { DefineCategory } from './define-category.js';
import { Editions } from './editions.js';
import { MoveConference } from './move-conference.js';
import { UpdateConference } from './update-conference.js';

const doors = [
  Categories, CloneConference, ConferenceList, Conferences, CreateConference, CreateSeries, DefineCategory, Editions, MoveConference,
  UpdateConference,
];

@Module({ imports: [IdentityModule, PlacesModule], providers: [...doors, CategoryWriter, CloneParts], exports: doors })
export class ConferencesModule {}
