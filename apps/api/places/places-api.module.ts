import { PlacesModule } from '#places';
import { Module } from '@nestjs/common';
import { PlacesLoaders } from './places.loaders.js';

@Module({ imports: [PlacesModule], providers: [PlacesLoaders] })
export class PlacesApiModule {}
