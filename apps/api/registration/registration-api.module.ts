import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { MailModule } from '#mail';
import { PeopleModule } from '#people';
import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { AnswersResolver } from './answers.resolver.js';
import { ConfirmationController } from './confirmation.controller.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { ExportsController } from './exports.controller.js';
import { FormVersionsResolver } from './form-versions.resolver.js';
import { AlreadyRegisteredResolver, CategoryFigureResolver, PersonRegistrationsResolver } from './linked-registrations.resolver.js';
import { RegistrationCareResolver } from './registration-care.resolver.js';
import { RegistrationDetailsResolver } from './registration-details.resolver.js';
import { RegistrationMutations } from './registration-mutations.resolver.js';
import { RegistrationPlacesResolver } from './registration-places.resolver.js';
import { RegistrationFilters } from './registration-filter.js';
import { RegistrationRunsResolver, RunRefusedResolver } from './registration-runs.resolver.js';
import { RegistrationViewsResolver } from './registration-views.resolver.js';
import { RegistrationLoaders } from './registration.loaders.js';
import { RegistrationResolver } from './registration.resolver.js';
import { RegistrationsResolver } from './registrations.resolver.js';
import { StaffRegistrationsResolver } from './staff-registrations.resolver.js';
import { WrittenRegistrations } from './written-registrations.js';

@Module({
  imports: [ConferencesModule, IdentityModule, MailModule, PeopleModule, RegistrationModule],
  controllers: [ConfirmationController, ExportsController],
  providers: [
    RegistrationLoaders, WrittenRegistrations,
    RegistrationResolver, RegistrationDetailsResolver, RegistrationPlacesResolver, RegistrationsResolver, StaffRegistrationsResolver,
    FormVersionsResolver, RegistrationFilters, RegistrationRunsResolver, RunRefusedResolver, RegistrationViewsResolver,
    RegistrationMutations, DecisionsResolver, RegistrationCareResolver,
    AlreadyRegisteredResolver, PersonRegistrationsResolver, CategoryFigureResolver, AnswersResolver,
  ],
  exports: [RegistrationFilters],
})
export class RegistrationApiModule {}
