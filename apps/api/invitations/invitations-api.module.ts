import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { InvitationsModule } from '#invitations';
import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { DelegationMutations } from './delegation-mutations.resolver.js';
import { DelegationFieldsResolver, DelegationQuotaResolver, DelegationsResolver } from './delegations.resolver.js';
import { InvitationArguments } from './invitation-arguments.js';
import { InvitationCardResolver, InvitationFieldsResolver } from './invitation-fields.resolver.js';
import { InvitationDeskMutations, InvitationMutations } from './invitation-mutations.resolver.js';
import { InvitationsLoaders } from './invitations.loaders.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { RegistrationDelegationResolver } from './registration-delegation.resolver.js';

@Module({
  imports: [ConferencesModule, IdentityModule, InvitationsModule, RegistrationModule],
  providers: [
    InvitationsLoaders, InvitationArguments, InvitationsResolver, InvitationCardResolver, InvitationFieldsResolver, InvitationMutations, InvitationDeskMutations,
    DelegationsResolver, DelegationFieldsResolver, DelegationQuotaResolver, DelegationMutations, RegistrationDelegationResolver,
  ],
})
export class InvitationsApiModule {}
