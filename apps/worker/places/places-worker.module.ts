import { PlacesModule } from '#places';
import { Module } from '@nestjs/common';
import { SweepPlaces } from './sweep-places.js';

@Module({ imports: [PlacesModule], providers: [SweepPlaces] })
export class PlacesWorkerModule {}
