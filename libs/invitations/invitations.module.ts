import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { ExpireInvitations } from './expire-invitations.js';
import { InvitationGuards } from './invitation-guards.js';
import { Invitations } from './invitations.js';
import { Quotas } from './quotas.js';

@Module({
  imports: [ConferencesModule, IdentityModule, MailModule],
  providers: [InvitationGuards, Quotas, ExpireInvitations, Invitations],
  exports: [ExpireInvitations, Invitations],
})
export class InvitationsModule {}
