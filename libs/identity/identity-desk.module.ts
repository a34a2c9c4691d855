import { MailModule } from '#mail';
import { Module } from '@nestjs/common';
import { Actors } from './access/actors.js';
import { ChangeRole } from './access/change-role.js';
import { GrantRole } from './access/grant-role.js';
import { Reaches } from './access/reach.js';
import { RevokeRole } from './access/revoke-role.js';
import { StaffRoles } from './access/staff-roles.js';
import { AddressChanges } from './accounts/address-changes.js';
import { ConfirmAddressChange } from './accounts/confirm-address-change.js';
import { ReplaceAddress } from './accounts/replace-address.js';
import { RequestAddressChange } from './accounts/request-address-change.js';
import { SetLanguage } from './accounts/set-language.js';
import { AuditLog } from './audit/audit-log.js';
import { IdentityModule } from './identity.module.js';
import { RedeemSignInLink } from './sign-in/redeem-sign-in-link.js';
import { RequestSignInLink } from './sign-in/request-sign-in-link.js';
import { SignOut } from './sign-in/sign-out.js';
import { AcceptStaffInvitation } from './staff/accept-staff-invitation.js';
import { FirstAdministrator } from './staff/first-administrator.js';
import { InviteStaff } from './staff/invite-staff.js';
import { StaffAuth } from './staff/staff-auth.js';
import { StaffInvitations } from './staff/staff-invitations.js';
import { StaffSignIns } from './staff/staff-sign-ins.js';
import { ApiTokens } from './tokens/api-tokens.js';
import { CreateApiToken } from './tokens/create-api-token.js';
import { RevokeApiToken } from './tokens/revoke-api-token.js';

const verbs = [
  AcceptStaffInvitation, Actors, ApiTokens, AuditLog, ChangeRole, ConfirmAddressChange, CreateApiToken, FirstAdministrator, GrantRole, InviteStaff, Reaches, RedeemSignInLink,
  ReplaceAddress, RequestAddressChange, RequestSignInLink, RevokeApiToken, RevokeRole, SetLanguage, SignOut, StaffAuth, StaffRoles, StaffSignIns,
];

/** The desk where people sign in and are given roles: for the api, which must also provide a ScopeDirectory. */
@Module({ imports: [IdentityModule, MailModule], providers: [...verbs, AddressChanges, StaffInvitations], exports: [IdentityModule, ...verbs] })
export class IdentityDeskModule {}
