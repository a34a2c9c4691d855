import { AgendaModule } from '#agenda';
import { PlacesModule } from '#places';
import { Module } from '@nestjs/common';
import { BelowTakenResolver, CapacityResolver, LineMovesResolver } from './capacity.resolver.js';
import { PlacesLoaders } from './places.loaders.js';
import { WaitingListResolver } from './waiting-list.resolver.js';

@Module({ imports: [AgendaModule, PlacesModule], providers: [PlacesLoaders, CapacityResolver, BelowTakenResolver, LineMovesResolver, WaitingListResolver] })
export class PlacesApiModule {}
