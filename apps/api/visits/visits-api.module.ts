import { ConferencesModule } from '#conferences';
import { RegistrationModule } from '#registration';
import { VisitsModule } from '#visits';
import { Module } from '@nestjs/common';
import { BookingMutations } from './booking-mutations.resolver.js';
import { BookingsResolver } from './bookings.resolver.js';
import { DeparturesResolver } from './departures.resolver.js';
import { VisitMutations } from './visit-mutations.resolver.js';
import { VisitsLoaders } from './visits.loaders.js';
import { VisitsResolver } from './visits.resolver.js';

@Module({
  imports: [ConferencesModule, RegistrationModule, VisitsModule],
  providers: [VisitsLoaders, VisitsResolver, DeparturesResolver, BookingsResolver, BookingMutations, VisitMutations],
})
export class VisitsApiModule {}
