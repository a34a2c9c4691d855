import { ConferencesModule } from '#conferences';
import { Module } from '@nestjs/common';
import { PlacesApiModule } from '../places/places-api.module.js';
import { CategoriesResolver } from './categories.resolver.js';
import { ConferenceMutations } from './conference-mutations.resolver.js';
import { ConferencesKept } from './conferences.kept.js';
import { ConferencesLoaders } from './conferences.loaders.js';
import { ConferencesResolver } from './conferences.resolver.js';
import { SeriesLoaders } from './series.loaders.js';
import { SeriesResolver } from './series.resolver.js';

@Module({
  imports: [ConferencesModule, PlacesApiModule],
  providers: [ConferencesKept, ConferencesLoaders, SeriesLoaders, ConferencesResolver, ConferenceMutations, SeriesResolver, CategoriesResolver],
})
export class ConferencesApiModule {}
