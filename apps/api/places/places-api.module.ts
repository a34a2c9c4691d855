import { AgendaModule } from '#agenda';
import { ConferencesModule } from '#conferences';
import { PlacesModule } from '#places';
import { Module } from '@nestjs/common';
import { BelowTakenResolver, CapacityResolver, LineMovesResolver } from './capacity.resolver.js';
import { PlacesLoaders } from './places.loaders.js';
import { TravelTimesResolver } from './travel-times.resolver.js';
import { WaitingListResolver } from './waiting-list.resolver.js';

@Module({
  imports: [AgendaModule, ConferencesModule, PlacesModule],
  providers: [PlacesLoaders, CapacityResolver, BelowTakenResolver, LineMovesResolver, TravelTimesResolver, WaitingListResolver],
})
export class PlacesApiModule {}
