import { ConferencesModule } from '#conferences';
import { RegistrationModule } from '#registration';
import { VisitsModule } from '#visits';
import { Module } from '@nestjs/common';
import { BookingMutations } from './booking-mutations.resolver.js';
import { BookingsResolver } from './bookings.resolver.js';
import { CompanionsResolver } from './companions.resolver.js';
import { DepartureMutations } from './departure-mutations.resolver.js';
import { DeparturesResolver } from './departures.resolver.js';
import { ManifestController } from './manifest.controller.js';
import { ManifestResolver } from './manifest.resolver.js';
import { PartyMutations } from './party-mutations.resolver.js';
import { VisitChangedResolver, VisitMutations } from './visit-mutations.resolver.js';
import { VisitsLoaders } from './visits.loaders.js';
import { VisitsResolver } from './visits.resolver.js';

@Module({
  imports: [ConferencesModule, RegistrationModule, VisitsModule],
  controllers: [ManifestController],
  providers: [
    VisitsLoaders, VisitsResolver, DeparturesResolver, BookingsResolver, BookingMutations, CompanionsResolver, PartyMutations, VisitMutations, VisitChangedResolver, DepartureMutations, ManifestResolver,
  ],
})
export class VisitsApiModule {}
