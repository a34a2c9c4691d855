import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { MailModule } from '#mail';
import { PeopleModule } from '#people';
import { Module } from '@nestjs/common';
import { AnswerDesk } from './answer-desk.js';
import { AnswerInvitation } from './answer-invitation.js';
import { CreateDelegation } from './create-delegation.js';
import { CreateInvitations } from './create-invitations.js';
import { DelegationDesk } from './delegation-desk.js';
import { Delegations } from './delegations.js';
import { ExpireInvitations } from './expire-invitations.js';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationGuards } from './invitation-guards.js';
import { InvitationLetters } from './invitation-letters.js';
import { InvitationList } from './invitation-list.js';
import { Invitations } from './invitations.js';
import { InvitedPlaces } from './invited-places.js';
import { Quotas } from './quotas.js';
import { RecordAnswer } from './record-answer.js';
import { ReplaceInvitation } from './replace-invitation.js';
import { RevokeInvitation } from './revoke-invitation.js';
import { UpdateDelegation } from './update-delegation.js';
import { UpdateInvitation } from './update-invitation.js';

const inner = [AnswerDesk, DelegationDesk, InvitationDesk, InvitationGuards, InvitationLetters, Quotas];
const verbs = [AnswerInvitation, CreateDelegation, CreateInvitations, ExpireInvitations, RecordAnswer, ReplaceInvitation, RevokeInvitation, UpdateDelegation, UpdateInvitation];
const doors = [Delegations, InvitationList, Invitations, InvitedPlaces];

@Module({ imports: [ConferencesModule, IdentityModule, MailModule, PeopleModule], providers: [...inner, ...verbs, ...doors], exports: [...verbs, ...doors] })
export class InvitationsModule {}
