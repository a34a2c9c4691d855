import { InvitationsModule } from '#invitations';
import { Module } from '@nestjs/common';
import { SweepInvitations } from './sweep-invitations.js';

@Module({ imports: [InvitationsModule], providers: [SweepInvitations] })
export class InvitationsWorkerModule {}
